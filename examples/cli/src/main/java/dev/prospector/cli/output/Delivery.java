package dev.prospector.cli.output;

import dev.prospector.adapter.export.write.LeadOutputs;
import dev.prospector.adapter.export.write.LeadWriter;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.error.PortException;
import dev.prospector.run.LeadResult;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** Hands results to the outputs as they come, and says at the end what became of them. */
public final class Delivery implements AutoCloseable {

  private final LeadOutputs outputs;
  private final List<Path> files;
  private final boolean wanted;
  private final Summary summary = new Summary();
  private boolean finished;
  private boolean working = true;

  /**
   * Creates a delivery.
   *
   * @param files those of the writers that write to one
   */
  public Delivery(List<LeadWriter> writers, List<Path> files) {
    this.outputs = LeadOutputs.of(writers);
    this.files = List.copyOf(files);
    this.wanted = !writers.isEmpty();
  }

  /**
   * Delivers results to their end.
   *
   * @param onFailure is told when there is no output left that works
   */
  public void deliver(Iterator<LeadResult> results, Runnable onFailure) {
    while (results.hasNext()) {
      LeadResult result = results.next();
      outputs.write(result);
      summary.add(result);
      if (!working()) {
        onFailure.run();
      }
    }
  }

  /** Returns whether results reach an output, or none is wanted. */
  public boolean working() {
    return !wanted || outputs.working();
  }

  /** Says that these were all results: outputs that work take their places. */
  public void finish() {
    outputs.finish();
    finished = true;
    working = working();
  }

  public Summary summary() {
    return summary;
  }

  /**
   * Says what failed and what is incomplete, once this is closed, and returns the exit code.
   *
   * @param code of a run that was ended from outside; else {@link ExitCode#DONE}
   */
  public int exitCode(int code, PrintStream err) {
    List<PortException> failures = outputs.failures();
    failures.forEach(failure -> err.println("prospector: " + failure.getMessage()));
    sayIncomplete(err);
    if (code != ExitCode.DONE) {
      return code;
    }
    if (!finished || !working) {
      return ExitCode.INTERNAL_ERROR;
    }
    return summary.failed() > 0 || !failures.isEmpty() ? ExitCode.PARTLY : ExitCode.DONE;
  }

  private void sayIncomplete(PrintStream err) {
    List<Path> parts =
        files.stream()
            .map(file -> file.resolveSibling(file.getFileName() + ".part"))
            .filter(Files::exists)
            .toList();
    if (!parts.isEmpty()) {
      err.println(
          "Not complete: what is written so far lies in "
              + parts.stream().map(Path::toString).collect(Collectors.joining(", ")));
    }
  }

  @Override
  public void close() {
    outputs.close();
  }
}
