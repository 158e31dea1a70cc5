/** Pages kept in archives: WARC files, and folders with an index. */
@NullMarked
package dev.prospector.adapter.web;

import org.jspecify.annotations.NullMarked;
