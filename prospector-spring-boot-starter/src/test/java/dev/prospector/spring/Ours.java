package dev.prospector.spring;

/** The auto-configurations of the jar, for tests of other packages. */
public final class Ours {

  private Ours() {}

  public static Class<?>[] all() {
    return Boot.ours();
  }
}
