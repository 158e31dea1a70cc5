package dev.prospector.cli.output;

import dev.prospector.adapter.export.report.HtmlReport;
import dev.prospector.adapter.export.report.ReportSettings;
import dev.prospector.adapter.export.write.ColumnPreset;
import dev.prospector.adapter.export.write.CsvWriter;
import dev.prospector.adapter.export.write.JsonLinesWriter;
import dev.prospector.adapter.export.write.LeadWriter;
import dev.prospector.adapter.export.write.SnapshotFolder;
import dev.prospector.adapter.export.write.XlsxWriter;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.context.Language;
import dev.prospector.error.InputException;
import dev.prospector.error.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where results go.
 *
 * @param files of leads, whose names say the form
 * @param report in HTML
 * @param snapshots a folder of the texts that quotes point into
 * @param columns of tables
 */
public record Outputs(
    List<Path> files, Optional<Path> report, Optional<Path> snapshots, ColumnPreset columns) {

  /** Refuses files whose form is not known. */
  public Outputs {
    files = List.copyOf(files);
    files.forEach(Outputs::requireKnownForm);
  }

  public Outputs(List<Path> files, Optional<Path> report, Optional<Path> snapshots) {
    this(files, report, snapshots, ColumnPreset.ALL);
  }

  public boolean isEmpty() {
    return files.isEmpty() && report.isEmpty();
  }

  public boolean hasFiles() {
    return !files.isEmpty();
  }

  /** Returns every file and folder that is written. */
  public List<Path> all() {
    List<Path> all = new ArrayList<>(files);
    report.ifPresent(all::add);
    snapshots.ifPresent(all::add);
    return all;
  }

  /** Returns every file that is written. */
  public List<Path> written() {
    List<Path> written = new ArrayList<>(files);
    report.ifPresent(written::add);
    return written;
  }

  /** Returns every file that only one process may write, with that of rows that are no leads. */
  public List<Path> locked(Path rejected) {
    List<Path> locked = new ArrayList<>(written());
    locked.add(rejected);
    return locked;
  }

  /** Returns where rows go that are no leads. */
  public Path rejected(Path list, Path folder) {
    Path beside = files.isEmpty() ? folder.resolve(list.getFileName()) : files.get(0);
    return beside.resolveSibling(beside.getFileName() + ".rejected.csv");
  }

  /** Returns the same places as absolute paths, independent of the working folder. */
  public Outputs absolute() {
    return new Outputs(
        files.stream().map(Path::toAbsolutePath).toList(),
        report.map(Path::toAbsolutePath),
        snapshots.map(Path::toAbsolutePath),
        columns);
  }

  /** Opens every output; if one cannot be opened, none stays open. */
  public List<LeadWriter> open(Language language) {
    List<LeadWriter> writers = new ArrayList<>();
    try {
      // First, so that a quote's text is there before the quote is.
      snapshots.ifPresent(folder -> writers.add(SnapshotFolder.at(folder)));
      files.forEach(file -> writers.add(writer(file)));
      report.ifPresent(file -> writers.add(report(file, language)));
      return writers;
    } catch (PortException e) {
      writers.forEach(LeadWriter::close);
      written().forEach(Outputs::removePart);
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void removePart(Path file) {
    try {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".part"));
    } catch (IOException e) {
      // It is empty, and the next run begins it anew.
      return;
    }
  }

  /** Opens every output, and JSON Lines on standard output if there is no file of leads. */
  public Delivery openOrPrint(Language language, Terminal terminal) {
    List<LeadWriter> writers = new ArrayList<>(open(language));
    if (!hasFiles()) {
      writers.add(JsonLinesWriter.on(terminal.data(), "standard output"));
    }
    return new Delivery(writers, written());
  }

  public static LeadWriter report(Path file, Language language) {
    return HtmlReport.to(file, ReportSettings.defaults().withLanguage(language));
  }

  private LeadWriter writer(Path file) {
    return switch (form(file)) {
      case "jsonl", "ndjson" -> JsonLinesWriter.to(file);
      case "csv" -> CsvWriter.to(file, columns);
      default -> XlsxWriter.to(file, columns);
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
