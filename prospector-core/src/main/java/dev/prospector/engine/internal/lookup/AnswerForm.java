package dev.prospector.engine.internal.lookup;

import dev.prospector.lookup.LookUp;

/** How the answers of one kind of question are written down. */
interface AnswerForm<R> {

  /** Returns the answer as it is written down. */
  LookUp.Answer write(R answer);

  /** Returns the answer that was written down. */
  R read(String question, LookUp.Answer written);

  /** A question to a source. */
  @FunctionalInterface
  interface Ask<R> {
    R ask() throws InterruptedException;
  }
}
