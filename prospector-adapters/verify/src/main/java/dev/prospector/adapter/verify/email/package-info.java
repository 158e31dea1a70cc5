/** What can be known of e-mail addresses without writing to them. */
@NullMarked
package dev.prospector.adapter.verify.email;

import org.jspecify.annotations.NullMarked;
