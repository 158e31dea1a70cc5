package dev.prospector.tracking.webhook.signature;

import java.time.Instant;
import java.util.function.Function;

/** What a receiver found out about a request. */
public sealed interface Verification {

  /** Returns whether the message is genuine, fresh and new. */
  boolean isAccepted();

  /** Returns what is right for the case. */
  <R> R match(Function<Accepted, R> accepted, Function<Refused, R> refused);

  /**
   * The message is genuine, fresh and new.
   *
   * @param id names it, over all attempts to deliver it
   * @param sentAt when this attempt was made, to the second
   */
  record Accepted(String id, Instant sentAt) implements Verification {

    @Override
    public boolean isAccepted() {
      return true;
    }

    @Override
    public <R> R match(Function<Accepted, R> accepted, Function<Refused, R> refused) {
      return accepted.apply(this);
    }
  }

  /** The message is not to be worked on. */
  record Refused(Reason reason) implements Verification {

    @Override
    public boolean isAccepted() {
      return false;
    }

    @Override
    public <R> R match(Function<Accepted, R> accepted, Function<Refused, R> refused) {
      return refused.apply(this);
    }
  }

  /** Why a message is not to be worked on, with the HTTP status that fits as an answer. */
  enum Reason {
    /** There is no id, or more than one. */
    NO_ID(400),
    /** There is no timestamp, or more than one. */
    NO_TIMESTAMP(400),
    /** There is no signature. */
    NO_SIGNATURE(400),
    /** The timestamp is not a number of seconds. */
    MALFORMED_TIMESTAMP(400),
    /** It was sent longer ago than is tolerated: perhaps somebody sends it again. */
    TOO_OLD(400),
    /** It was sent further in the future than is tolerated: one of the clocks is wrong. */
    TOO_NEW(400),
    /** No signature is of a version that is known here. */
    UNKNOWN_VERSION(400),
    /** No signature was made with a secret that is known here, over what was received. */
    WRONG_SIGNATURE(401),
    /** This id was accepted before; answering well ends its being sent again. */
    REPLAYED(200),
    /** So many ids were accepted of late that no more can be remembered: it may come later. */
    TOO_MANY(503);

    private final int status;

    Reason(int status) {
      this.status = status;
    }

    /** Returns the HTTP status to answer with. */
    public int status() {
      return status;
    }
  }
}
