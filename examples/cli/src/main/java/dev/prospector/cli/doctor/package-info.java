/** What can be said about the machine and the files before a run. */
@NullMarked
package dev.prospector.cli.doctor;

import org.jspecify.annotations.NullMarked;
