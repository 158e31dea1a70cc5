package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.company.industry.Industry;
import dev.prospector.agents.company.industry.IndustryClassifier;
import dev.prospector.agents.company.industry.IndustryJudgement;
import dev.prospector.agents.page.Language;
import dev.prospector.benchmark.evaluation.Score.WrongCase;
import dev.prospector.benchmark.industry.CompanyRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The industry of a company by its name and profile: the most likely one counts, also where the
 * classifier would rather not name any; beside it, how many are named and how many of those are
 * right. The shipped model was trained on the rows of {@code ../shared/data/company-industry}: on
 * that folder the figures say how well it remembers, and those of {@code TrainIndustry} are the
 * honest ones.
 */
final class IndustryEvaluation implements Evaluation {

  @Override
  public String kind() {
    return "industry";
  }

  @Override
  public Score measure(Path folder) throws IOException {
    IndustryClassifier classifier = IndustryClassifier.shipped();
    int[][] confusion = new int[Industry.values().length][Industry.values().length];
    List<WrongCase> wrong = new ArrayList<>();
    long named = 0;
    long namedRight = 0;
    List<CompanyRow> rows = CompanyRow.readAll(folder);
    for (CompanyRow row : rows) {
      IndustryJudgement judgement =
          classifier.classify(row.name(), row.summary(), Language.ENGLISH);
      Industry found = judgement.mostLikely().industry();
      confusion[row.industry().ordinal()][found.ordinal()]++;
      named += judgement.industry().isPresent() ? 1 : 0;
      namedRight += judgement.industry().filter(row.industry()::equals).isPresent() ? 1 : 0;
      if (found != row.industry()) {
        wrong.add(new WrongCase(row.name(), row.industry().name(), found.name()));
      }
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("accuracy", ratio(rows.size() - wrong.size(), rows.size()));
    metrics.put("macro_f1", macroF1(confusion));
    metrics.put("coverage_at_threshold", ratio(named, rows.size()));
    metrics.put("accuracy_at_threshold", ratio(namedRight, named));
    return new Score(Map.of("companies", (long) rows.size()), metrics, wrong);
  }

  /** Returns the mean F1 over the industries that occur. */
  private static double macroF1(int[][] confusion) {
    double sum = 0;
    int occurring = 0;
    for (int i = 0; i < confusion.length; i++) {
      long actual = 0;
      long predicted = 0;
      for (int j = 0; j < confusion.length; j++) {
        actual += confusion[i][j];
        predicted += confusion[j][i];
      }
      sum += ratio(2L * confusion[i][i], actual + predicted);
      occurring += actual > 0 ? 1 : 0;
    }
    return occurring == 0 ? 0 : sum / occurring;
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
