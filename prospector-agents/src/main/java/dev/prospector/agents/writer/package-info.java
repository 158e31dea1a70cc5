/**
 * What a model is given to write from, and how code accepts what it writes: every sentence refers
 * to what it rests on, and passes the gate of drafts.
 */
@NullMarked
package dev.prospector.agents.writer;

import org.jspecify.annotations.NullMarked;
