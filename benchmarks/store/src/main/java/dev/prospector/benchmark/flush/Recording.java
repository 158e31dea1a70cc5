package dev.prospector.benchmark.flush;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program under {@code strace}. */
final class Recording {

  private static final List<String> STRACE =
      List.of(
          "strace",
          "-f",
          "-qq",
          "-y",
          "-xx",
          "-e",
          "trace=openat,write,pwrite64,fsync,fdatasync,ftruncate,unlink,unlinkat",
          "-e",
          "signal=none");

  private Recording() {}

  /** Returns whether system calls can be recorded here. */
  static boolean isPossible() {
    try {
      Process process =
          new ProcessBuilder("strace", "-f", "-qq", "-e", "trace=fsync", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Runs the main class of this class path, and writes its system calls into a file.
   *
   * @param bytes how many bytes of each write are recorded
   */
  static void run(Path trace, int bytes, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(STRACE);
    command.addAll(List.of("-s", String.valueOf(bytes), "-o", trace.toString()));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    Files.deleteIfExists(trace);
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(main.getSimpleName() + " ended with " + exit);
    }
  }
}
