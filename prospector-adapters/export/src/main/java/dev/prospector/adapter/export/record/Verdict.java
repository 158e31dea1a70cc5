package dev.prospector.adapter.export.record;

import dev.prospector.agents.qualification.Qualification;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.agents.score.Scores;
import dev.prospector.dossier.Dossier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a dossier says about whether and how to approach a lead.
 *
 * @param qualification empty when the pipeline did not come that far
 * @param scores empty when the pipeline did not come that far
 */
public record Verdict(Optional<Qualification> qualification, Optional<Scores> scores) {

  /** Returns the verdict in a dossier. */
  public static Verdict of(Dossier dossier) {
    return new Verdict(
        Sections.find(dossier, Qualification.class), Sections.find(dossier, Scores.class));
  }

  /** Returns the tier. */
  public Optional<Tier> tier() {
    return qualification.map(Qualification::tier);
  }

  @Nullable Map<String, @Nullable Object> score() {
    if (qualification.isEmpty()) {
      return null;
    }
    Qualification q = qualification.get();
    Map<String, @Nullable Object> score = new LinkedHashMap<>();
    score.put("value", q.score());
    score.put("low", q.range().low());
    score.put("high", q.range().high());
    score.put("known", q.known());
    score.put("decisive", q.decisive().map(Enum::name).orElse(null));
    return score;
  }
}
