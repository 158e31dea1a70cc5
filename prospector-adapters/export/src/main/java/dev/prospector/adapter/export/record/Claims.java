package dev.prospector.adapter.export.record;

import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Entry;
import dev.prospector.evidence.Claim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every claim that a dossier rests on, each once, in the order of sections and fields. Found by
 * walking the sections' records, so that sections of a host's own count like any other.
 *
 * <p>Confined to one thread.
 */
public final class Claims {

  private final Map<Claim<?>, Integer> numbers = new LinkedHashMap<>();
  private final List<String> sections = new ArrayList<>();

  Claims() {}

  /** Returns the claims of a dossier. */
  public static List<Claim<?>> of(Dossier dossier) {
    Claims claims = new Claims();
    PlainValues values = new PlainValues(claims);
    for (Entry<?> entry : dossier.entries()) {
      values.section(entry.section().name(), entry.value());
    }
    return claims.list();
  }

  /** Returns the number of a claim, from 0, which is a new one unless it was met before. */
  int number(String section, Claim<?> claim) {
    Integer known = numbers.get(claim);
    if (known != null) {
      return known;
    }
    numbers.put(claim, sections.size());
    sections.add(section);
    return sections.size() - 1;
  }

  List<Claim<?>> list() {
    return List.copyOf(numbers.keySet());
  }

  /** Returns where each claim was met first. */
  List<String> sections() {
    return List.copyOf(sections);
  }
}
