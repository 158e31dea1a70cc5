package dev.prospector.cli;

import dev.prospector.context.Language;
import dev.prospector.error.InputException;
import dev.prospector.error.PortException;
import dev.prospector.export.report.HtmlReport;
import dev.prospector.export.report.ReportSettings;
import dev.prospector.export.write.CsvWriter;
import dev.prospector.export.write.JsonLinesWriter;
import dev.prospector.export.write.LeadWriter;
import dev.prospector.export.write.SnapshotFolder;
import dev.prospector.export.write.XlsxWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where results go. */
final class OutputOptions {

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

  boolean isEmpty() {
    return files.isEmpty() && report == null;
  }

  boolean hasFiles() {
    return !files.isEmpty();
  }

  /** Returns every file and folder that is written. */
  List<Path> all() {
    List<Path> all = new ArrayList<>(files);
    if (report != null) {
      all.add(report);
    }
    if (snapshots != null) {
      all.add(snapshots);
    }
    return all;
  }

  /** Returns where rows go that are no leads. */
  Path rejected(Path list, Path folder) {
    Path beside = files.isEmpty() ? folder.resolve(list.getFileName()) : files.get(0);
    return beside.resolveSibling(beside.getFileName() + ".rejected.csv");
  }

  /** Refuses files whose form is not known. */
  void check() {
    files.forEach(OutputOptions::requireKnownForm);
  }

  /** Opens every output; if one cannot be opened, none stays open. */
  List<LeadWriter> open(Language language) {
    List<LeadWriter> writers = new ArrayList<>();
    try {
      // First, so that a quote's text is there before the quote is.
      if (snapshots != null) {
        writers.add(SnapshotFolder.at(snapshots));
      }
      for (Path file : files) {
        writers.add(writer(file));
      }
      if (report != null) {
        writers.add(report(report, language));
      }
      return writers;
    } catch (PortException e) {
      writers.forEach(LeadWriter::close);
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }

  static LeadWriter report(Path file, Language language) {
    return HtmlReport.to(file, ReportSettings.defaults().withLanguage(language));
  }

  private static LeadWriter writer(Path file) {
    return switch (form(file)) {
      case "jsonl", "ndjson" -> JsonLinesWriter.to(file);
      case "csv" -> CsvWriter.to(file);
      default -> XlsxWriter.to(file);
    };
  }

  private static void requireKnownForm(Path file) {
    if (!List.of("jsonl", "ndjson", "csv", "xlsx").contains(form(file))) {
      throw new InputException(
          "--out " + file + ": the name should end in .jsonl, .csv or .xlsx, which says the form");
    }
  }

  private static String form(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    String form = plain.substring(plain.lastIndexOf('.') + 1);
    return form.equals("xlsx") && !plain.equals(name) ? "" : form;
  }
}
