package dev.prospector.benchmark.industry;

import dev.prospector.agents.company.industry.IndustryFeatures;
import dev.prospector.agents.company.industry.IndustryModel;
import dev.prospector.agents.page.Language;
import dev.prospector.benchmark.halves.Half;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * {@code TrainIndustry FOLDER [MODEL]}: cross-validates on the companies of a folder, prints the
 * figures, and writes the model trained on all of them, gzipped, where a file is named.
 *
 * <p>The folds, the order of training and the arithmetic are fixed: the same folder gives the same
 * bytes.
 */
public final class TrainIndustry {

  private static final int FOLDS = 5;

  /** The industry is named where so many of the held-out ones named were right. */
  private static final double PRECISION = 0.9;

  private TrainIndustry() {}

  /** Runs the training; exit status 2 when called wrongly. */
  public static void main(String[] args) throws IOException {
    if (args.length != 1 && args.length != 2) {
      System.err.println("usage: TrainIndustry FOLDER [MODEL]");
      System.exit(2);
    }
    List<Sample> samples = new ArrayList<>();
    List<CompanyRow> rows = CompanyRow.readAll(Path.of(args[0]));
    for (CompanyRow row : rows) {
      IndustryFeatures features = IndustryFeatures.of(row.name(), row.summary(), Language.ENGLISH);
      samples.add(new Sample(features.counts(), row.industry().ordinal()));
    }
    List<Sample> own = OwnTexts.samples();
    Predictions predictions = crossValidate(samples, own);
    double temperature = predictions.temperature();
    double threshold = predictions.threshold(temperature, PRECISION);
    print(predictions, temperature, threshold);
    halves(predictions, rows);
    if (args.length == 2) {
      samples.addAll(own);
      Trainer.Trained trained = Trainer.train(samples);
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(args[1])))) {
        IndustryModel.of(trained.idf(), trained.weights(), temperature, threshold).write(out);
      }
    }
  }

  /** Returns the scores of every sample by a model that was trained without its fold. */
  private static Predictions crossValidate(List<Sample> samples, List<Sample> own) {
    double[][] scores = new double[samples.size()][];
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Sample> rest = new ArrayList<>(own);
      for (int i = 0; i < samples.size(); i++) {
        if (i % FOLDS != fold) {
          rest.add(samples.get(i));
        }
      }
      Trainer.Trained trained = Trainer.train(rest);
      for (int i = fold; i < samples.size(); i += FOLDS) {
        scores[i] = trained.scores(samples.get(i));
      }
    }
    return new Predictions(samples, scores);
  }

  private static void print(Predictions predictions, double temperature, double threshold) {
    say("samples %d, folds %d", predictions.samples().size(), FOLDS);
    say("accuracy %.4f, macro_f1 %.4f", predictions.accuracy(), predictions.macroF1());
    say("temperature %.4f, log loss %.4f", temperature, predictions.logLoss(temperature));
    double[] above = predictions.above(temperature, threshold);
    say("threshold %.2f: coverage %.4f, accuracy %.4f", threshold, above[0], above[1]);
    for (double low = 0; low < 0.95; low += 0.1) {
      double[] bin = predictions.between(temperature, low, low >= 0.85 ? 2 : low + 0.1);
      say("  from %.1f: share %.3f, probability %.3f, right %.3f", low, bin[0], bin[2], bin[1]);
    }
  }

  /** Says of each half what models that were trained without the sample's fold make of it. */
  private static void halves(Predictions predictions, List<CompanyRow> rows) {
    for (Half half : List.of(Half.FIRST, Half.SECOND)) {
      Predictions part = predictions.of(i -> half.holds(rows.get(i).name()));
      say("%s half: accuracy %.4f, macro_f1 %.4f", half, part.accuracy(), part.macroF1());
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
