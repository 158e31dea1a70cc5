/** What can be known of telephone numbers without calling them. */
@NullMarked
package dev.prospector.adapter.verify.phone;

import org.jspecify.annotations.NullMarked;
