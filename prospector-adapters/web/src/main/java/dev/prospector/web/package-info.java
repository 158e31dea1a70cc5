/** Pages kept in archives: WARC files, and folders with an index. */
@NullMarked
package dev.prospector.web;

import org.jspecify.annotations.NullMarked;
