package dev.prospector.agents.research;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.website.Website;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The at most three queries about one company: its name, its place, and words of a subject. */
final class PlanSearches {

  /** Words of subjects; own choice of what news and employees' pages are titled with. */
  private static final Map<Language, List<String>> SUBJECTS =
      Map.of(
          Language.PORTUGUESE,
              List.of("", "notícias investimento expansão", "vagas contratação reclamação"),
          Language.ENGLISH, List.of("", "news investment expansion", "hiring jobs complaint"),
          Language.SPANISH,
              List.of("", "noticias inversión expansión", "vacantes contratación queja"));

  private PlanSearches() {}

  /** Returns the queries; none without a name. */
  static List<String> of(AgentInput input) {
    Intake intake = input.get(Intake.KEY);
    String name = intake.name().value().orElse("").strip();
    if (name.isEmpty()) {
      return List.of();
    }
    Language language = language(input.get(Website.KEY).language(), intake);
    String place = intake.city().value().or(() -> intake.state().value()).orElse("");
    List<String> queries = new ArrayList<>();
    for (String subject : SUBJECTS.getOrDefault(language, List.of(""))) {
      queries.add(("\"" + name + "\" " + place + " " + subject).strip().replaceAll("\\s+", " "));
    }
    return List.copyOf(new LinkedHashSet<>(queries));
  }

  private static Language language(Language site, Intake intake) {
    if (SUBJECTS.containsKey(site)) {
      return site;
    }
    return switch (intake.country().value().orElse("")) {
      case "BR", "PT" -> Language.PORTUGUESE;
      case "MX", "ES", "AR", "CL", "CO", "PE", "UY" -> Language.SPANISH;
      default -> Language.ENGLISH;
    };
  }
}
