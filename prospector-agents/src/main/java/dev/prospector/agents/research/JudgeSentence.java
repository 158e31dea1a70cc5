package dev.prospector.agents.research;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.heard.Heard;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.signal.Trigger;
import dev.prospector.agents.signal.TriggerKind;
import dev.prospector.agents.signal.Triggers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what a sentence about a company is about, and of when. */
final class JudgeSentence {

  private static final Map<FindingKind, Expression> WORDS =
      Map.of(
          FindingKind.COMPLAINT,
          Expression.of(
              "\\b(?:reclam\\w{2,8}|queixa\\w{0,3}|quejas?|complain\\w{0,4}|bad review|pessim\\w|pesim\\w|denuncia\\w{0,3}|insatisf\\w{2,6})\\b"),
          FindingKind.AWARD,
          Expression.of(
              "\\b(?:premi\\w{1,8}|award\\w{0,3}|galardon\\w{0,3}|ranking|reconhecid\\w{1,2}|finalist\\w?|selo de qualidade)\\b"),
          FindingKind.LEGAL,
          Expression.of(
              "\\b(?:process\\w judicia\\w{1,2}|tribunal|court|lawsuit|sued|demanda judicial|multad\\w|fined|condenad\\w|recuperacao judicial|bankruptcy|concurso de acreedores|acao civil)\\b"),
          FindingKind.PARTNERSHIP,
          Expression.of(
              "\\b(?:parceria|partnership|partners with|alianza|alianca|acordo com|acuerdo con|convenio)\\b"),
          FindingKind.LAUNCH,
          Expression.of(
              "\\b(?:lanca|lancou|lancamos|lancamento|launch\\w{0,3}|lanza|lanzo|lanzamiento|novo servico|new service|new product|nuevo servicio|apresenta novo)\\b"));

  private static final List<FindingKind> ORDER =
      List.of(
          FindingKind.COMPLAINT,
          FindingKind.LEGAL,
          FindingKind.AWARD,
          FindingKind.PARTNERSHIP,
          FindingKind.LAUNCH);

  private final List<String> company;

  JudgeSentence(List<String> company) {
    this.company = company;
  }

  /** Returns what it is about; empty if it tells nothing of any kind. */
  Optional<FindingKind> kind(Heard heard) {
    Optional<Trigger> trigger = Triggers.in(heard.said(), language(heard), company, heard.isOwn());
    if (trigger.isPresent()) {
      return Optional.of(of(trigger.get().kind()));
    }
    String folded = Folded.of(heard.said());
    return ORDER.stream()
        .filter(kind -> java.util.Objects.requireNonNull(WORDS.get(kind)).isIn(folded))
        .findFirst();
  }

  private static Language language(Heard heard) {
    return heard.language();
  }

  private static FindingKind of(TriggerKind kind) {
    return switch (kind) {
      case HIRING -> FindingKind.HIRING;
      case FUNDING -> FindingKind.FUNDING;
      case DISSATISFACTION -> FindingKind.COMPLAINT;
      case REGULATION -> FindingKind.LEGAL;
      default -> FindingKind.NEWS;
    };
  }
}
