package dev.prospector.agents.draft;

import dev.prospector.agents.page.Language;
import dev.prospector.agents.signal.TriggerKind;
import dev.prospector.agents.signal.Triggers;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds sentences that speak of an event of a kind of which no source speaks. */
final class FindEvents {

  private static final List<Language> LANGUAGES =
      List.of(Language.PORTUGUESE, Language.ENGLISH, Language.SPANISH);

  /** Kinds that a question presumes, rather than asks for. */
  private static final Set<TriggerKind> PRESUMED =
      EnumSet.of(
          TriggerKind.MERGER, TriggerKind.FUNDING, TriggerKind.LEADERSHIP, TriggerKind.EXPANSION);

  private FindEvents() {}

  static void in(
      String sentence, String unquoted, Language language, Grounds grounds, List<Found> found) {
    Set<TriggerKind> said = new HashSet<>(Triggers.spokenOf(unquoted, language));
    if (sentence.strip().endsWith("?")) {
      said.retainAll(PRESUMED);
    }
    if (said.isEmpty()) {
      return;
    }
    Set<TriggerKind> backed = new HashSet<>();
    for (String source : grounds.all()) {
      for (Language spoken : LANGUAGES) {
        backed.addAll(Triggers.spokenOf(source, spoken));
      }
    }
    // A sentence of two kinds is often one event that either tells.
    if (said.stream().noneMatch(backed::contains)) {
      found.add(new Found(Found.Kind.EVENT, sentence));
    }
  }
}
