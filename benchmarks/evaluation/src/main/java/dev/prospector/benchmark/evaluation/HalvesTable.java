package dev.prospector.benchmark.evaluation;

import dev.prospector.benchmark.halves.Half;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Both halves of every kind that has halves and whose data is there, as one table. */
final class HalvesTable {

  private final List<Evaluation> evaluations;
  private final PrintStream out;

  HalvesTable(List<Evaluation> evaluations, PrintStream out) {
    this.evaluations = evaluations;
    this.out = out;
  }

  void print(Path data) throws IOException {
    out.println("| kind | data | metric | first half | second half | second less first |");
    out.println("| --- | --- | --- | ---: | ---: | ---: |");
    for (Evaluation evaluation : evaluations) {
      if (evaluation instanceof Halved halved) {
        for (Map.Entry<String, Path> folder :
            QualityTable.folders(evaluation.kind(), data).entrySet()) {
          print(halved, folder.getKey(), folder.getValue());
        }
      }
    }
  }

  private void print(Halved evaluation, String name, Path folder) throws IOException {
    Map<String, Double> first = evaluation.measure(folder, Half.FIRST).metrics();
    Map<String, Double> second = evaluation.measure(folder, Half.SECOND).metrics();
    Set<String> metrics = new LinkedHashSet<>(first.keySet());
    metrics.addAll(second.keySet());
    for (String metric : metrics) {
      String cells =
          number(first.get(metric))
              + " | "
              + number(second.get(metric))
              + " | "
              + difference(first.get(metric), second.get(metric));
      out.println("| " + String.join(" | ", evaluation.kind(), name, metric, cells) + " |");
    }
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String difference(@Nullable Double first, @Nullable Double second) {
    return first == null || second == null
        ? ""
        : String.format(Locale.ROOT, "%+.3f", second - first);
  }
}
