package dev.prospector.cli.output;

import dev.prospector.adapter.export.write.ColumnPreset;
import dev.prospector.error.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where results go, as it is said on the command line. */
public final class OutputOptions {

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Where leads go: .jsonl, .csv or .xlsx, the first two also with .gz. Can be repeated."
              + " Rows that are no leads go to the first one's name + .rejected.csv.")
  private List<Path> files = List.of();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Where a report in HTML goes, complete in one file.")
  private @Nullable Path report;

  @Option(
      names = "--snapshots",
      paramLabel = "FOLDER",
      description = "Where the texts go that quotes point into, each as <sha256>.txt.")
  private @Nullable Path snapshots;

  @Option(
      names = "--columns",
      paramLabel = "all|hubspot|salesforce|pipedrive|twenty",
      defaultValue = "all",
      description = "Which columns .csv and .xlsx have: all, or those that a CRM's import knows.")
  private String columns = "all";

  /** Returns the outputs, if their forms are known. */
  public Outputs checked() {
    return new Outputs(
        files, Optional.ofNullable(report), Optional.ofNullable(snapshots), preset());
  }

  private ColumnPreset preset() {
    return ColumnPreset.of(columns)
        .orElseThrow(
            () ->
                new InputException(
                    "--columns is all, hubspot, salesforce, pipedrive or twenty, not '"
                        + columns
                        + "'"));
  }
}
