package dev.prospector.cli.output;

import dev.prospector.adapter.export.write.LeadOutputs;
import dev.prospector.adapter.export.write.LeadWriter;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.error.PortException;
import dev.prospector.run.LeadResult;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;

/** Hands results to the outputs as they come, and says at the end what became of them. */
public final class Delivery implements AutoCloseable {

  private final LeadOutputs outputs;
  private final Summary summary = new Summary();

  public Delivery(List<LeadWriter> writers) {
    this.outputs = LeadOutputs.of(writers);
  }

  /**
   * Delivers results to their end.
   *
   * @param onFailure is told whenever a result could not be written everywhere
   */
  public void deliver(Iterator<LeadResult> results, Runnable onFailure) {
    while (results.hasNext()) {
      LeadResult result = results.next();
      outputs.write(result);
      summary.add(result);
      if (!outputs.failures().isEmpty()) {
        onFailure.run();
      }
    }
  }

  public Summary summary() {
    return summary;
  }

  /** Returns what could not be written; complete once this is closed. */
  List<PortException> failures() {
    return outputs.failures();
  }

  /**
   * Says what failed, and returns the exit code of a run.
   *
   * @param code of a run that was ended from outside; else {@link ExitCode#DONE}
   */
  public int exitCode(int code, PrintStream err) {
    failures().forEach(failure -> err.println(failure.getMessage()));
    if (code != ExitCode.DONE) {
      return code;
    }
    if (!failures().isEmpty()) {
      return ExitCode.INTERNAL_ERROR;
    }
    return summary.failed() > 0 ? ExitCode.FAILED_LEADS : ExitCode.DONE;
  }

  @Override
  public void close() {
    outputs.close();
  }
}
