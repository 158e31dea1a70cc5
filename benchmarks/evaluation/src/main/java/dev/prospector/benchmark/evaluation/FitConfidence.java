package dev.prospector.benchmark.evaluation;

import dev.prospector.benchmark.calibration.Calibration;
import dev.prospector.benchmark.calibration.ConfidenceFit;
import dev.prospector.benchmark.calibration.JudgedFact;
import dev.prospector.benchmark.halves.Half;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * {@code FitConfidence FOLDER}: fits the terms of the standard confidence on the labelled pages of
 * a folder and prints them as {@code confidence.properties} has them, after the figures that the
 * fit on one half of the sites reaches on the other.
 */
public final class FitConfidence {

  private FitConfidence() {}

  /** Runs the fit; exit status 2 when called wrongly. */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("usage: FitConfidence FOLDER");
      System.exit(2);
    }
    List<JudgedFact> facts = JudgedFacts.of(Path.of(args[0]));
    cross(facts, fact -> Half.FIRST.holds(fact.page()));
    cross(facts, fact -> Half.SECOND.holds(fact.page()));
    new TreeMap<>(ConfidenceFit.of(facts))
        .forEach((name, weight) -> print("%s = %.2f", name, weight));
  }

  private static void cross(List<JudgedFact> facts, Predicate<JudgedFact> fitted) {
    Map<String, Double> weights = ConfidenceFit.of(facts.stream().filter(fitted).toList());
    Calibration calibration = new Calibration();
    facts.stream()
        .filter(fitted.negate())
        .forEach(f -> calibration.add(ConfidenceFit.confidence(f, weights), f.right()));
    print(
        "# held out: %d values, ece %.3f, auc %.3f",
        calibration.size(), calibration.expectedError(), calibration.areaUnderCurve());
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
