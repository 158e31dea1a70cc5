package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The real program in a process of its own, which can be ended by real signals. */
public final class Program implements AutoCloseable {

  private final Process process;
  private final BufferedReader out;
  private final BufferedReader err;
  private final List<String> said = new ArrayList<>();

  private Program(Process process) {
    this.process = process;
    this.out = lines(process.getInputStream());
    this.err = lines(process.getErrorStream());
  }

  /** Starts a command of the program in a folder. */
  static Program start(Path folder, Object... arguments) throws IOException {
    return start(folder, List.of(), Main.class.getName(), arguments);
  }

  /** Starts a program of another main class, with settings of the virtual machine. */
  static Program start(Path folder, List<String> settings, String main, Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(withUsualSignals());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // A short run is over before a faster compiler has paid off.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m"));
    command.addAll(settings);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    for (Object argument : arguments) {
      command.add(String.valueOf(argument));
    }
    return new Program(new ProcessBuilder(command).directory(folder.toFile()).start());
  }

  private static BufferedReader lines(InputStream stream) {
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  /** A build in the background of a shell ignores Ctrl-C, and so would every program it starts. */
  private static List<String> withUsualSignals() {
    List<String> prefix = List.of("env", "--default-signal=INT,TERM");
    try {
      List<String> trial = new ArrayList<>(prefix);
      trial.add("true");
      return new ProcessBuilder(trial).start().waitFor() == 0 ? prefix : List.of();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** Reads so many lines of standard output. */
  List<String> read(int lines) throws IOException {
    List<String> read = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      String line = out.readLine();
      if (line == null) {
        throw new AssertionError("it ended after " + i + " lines: " + rest(err));
      }
      read.add(line);
    }
    return read;
  }

  /** Reads standard error up to a line. */
  String await(Predicate<String> wanted) throws IOException {
    if (!reaches(wanted)) {
      throw new AssertionError("it ended without: " + said);
    }
    return said.get(said.size() - 1);
  }

  /** Reads standard error up to a line; false if it ends before. */
  boolean reaches(Predicate<String> wanted) throws IOException {
    for (String line = err.readLine(); line != null; line = err.readLine()) {
      said.add(line);
      if (wanted.test(line)) {
        return true;
      }
    }
    return false;
  }

  /** Reads standard error up to a line of progress. */
  public JsonNode progress(Predicate<JsonNode> wanted) throws IOException {
    String line = await(l -> l.startsWith("{") && wanted.test(JsonLines.parse(l).get(0)));
    return JsonLines.parse(line).get(0);
  }

  /** Ends the process as nothing that it does can prevent. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  public void signal(String name) throws IOException, InterruptedException {
    String pid = String.valueOf(process.pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  /** Waits for the end, and returns all that was not read yet. */
  public Invocation end() throws Exception {
    CompletableFuture<String> data = CompletableFuture.supplyAsync(() -> rest(out));
    said.addAll(rest(err).lines().toList());
    int code = process.waitFor();
    return new Invocation(code, data.get(), String.join("\n", said));
  }

  private static String rest(BufferedReader lines) {
    StringBuilder rest = new StringBuilder();
    lines.lines().forEach(line -> rest.append(line).append('\n'));
    return rest.toString();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
