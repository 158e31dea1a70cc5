package dev.prospector.model;

/** Whose turn it is: a call may be made until this is closed. Confined to one thread. */
@FunctionalInterface
public interface Permit extends AutoCloseable {

  /** Lets the next one have a turn. Closing twice changes nothing. */
  @Override
  void close();

  /** Returns a permit that is not limited: closing it does nothing. */
  static Permit free() {
    return () -> {};
  }
}
