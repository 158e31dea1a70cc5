package dev.prospector.adapter.store.internal.process;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The process of an owner: by its number, and when it began, as numbers are given again.
 *
 * @param machine empty where processes cannot be told apart from outside
 * @param began in milliseconds since 1970; 0 where the system does not say
 */
record OwnerProcess(String machine, long number, long began) {

  private static final String HERE = here();

  static OwnerProcess own() {
    ProcessHandle own = ProcessHandle.current();
    return new OwnerProcess(HERE, own.pid(), began(own));
  }

  private static long began(ProcessHandle handle) {
    return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /** Returns whether it ran on this machine and is over; false if there is any doubt. */
  boolean hasEndedHere() {
    if (machine.isEmpty() || began == 0 || !machine.equals(HERE)) {
      return false;
    }
    Optional<ProcessHandle> alive = ProcessHandle.of(number).filter(ProcessHandle::isAlive);
    return alive.isEmpty() || began(alive.get()) != 0 && began(alive.get()) != began;
  }

  /**
   * A name for those whose processes can be seen from here: of this machine, this container, and
   * this user; empty where that cannot be told.
   */
  private static String here() {
    String user = "/" + System.getProperty("user.name");
    try {
      Path space = Path.of("/proc/self/ns/pid");
      if (Files.exists(space)) {
        String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        return boot + "/" + Files.readSymbolicLink(space) + user;
      }
      return InetAddress.getLocalHost().getHostName() + user;
    } catch (IOException | UnsupportedOperationException | SecurityException e) {
      return "";
    }
  }
}
