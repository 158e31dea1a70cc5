package dev.prospector.agents.strategy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.persona.KnownPerson;
import dev.prospector.agents.prompt.Argued;
import dev.prospector.agents.prompt.Inquiry;
import dev.prospector.agents.strategy.ValuePropositions.Proposition;
import dev.prospector.agents.writer.AcceptText;
import dev.prospector.agents.writer.Known;
import dev.prospector.agents.writer.Missing;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a model adds to value propositions: their wording, for needs that code has found. */
final class AskForValues {

  private static final int MOST = 3;
  private static final int LONGEST_TITLE = 60;
  private static final int LONGEST = 200;
  private static final int LONGEST_STEP = 160;

  static final Inquiry<Said> ASKED =
      Inquiry.of(AskForValues.class, "value-propositions", Role.REASON, Said.class);

  /** The answer. */
  record Said(@JsonProperty("propositions") List<Offer> propositions) {
    Said {
      propositions = Missing.list(propositions);
    }
  }

  /** One proposition of an answer. */
  record Offer(
      @JsonProperty("meets") @Nullable String meets,
      @JsonProperty("title") @Nullable String title,
      @JsonProperty("benefit") Argued benefit,
      @JsonProperty("difference") Argued difference,
      @JsonProperty("nextStep") @Nullable String nextStep) {
    Offer {
      benefit = Missing.sentence(benefit);
      difference = Missing.sentence(difference);
    }
  }

  private AskForValues() {}

  private static Known known(AgentInput input) {
    return Known.of(input).pains().triggers();
  }

  static Optional<Question> question(AgentInput input) {
    boolean needs = !Known.painsOf(input).isEmpty() || !Known.triggersOf(input).isEmpty();
    return needs
        ? Optional.of(
            known(input)
                .asked(ASKED, Map.of("most", String.valueOf(MOST)), KnownPerson.lines(input)))
        : Optional.empty();
  }

  static Reading<ValuePropositions> read(AgentInput input, Answer answer, ValuePropositions rules) {
    return ASKED.read(
        answer,
        (said, violations) -> {
          Known known = known(input);
          AcceptText accept = AcceptText.of(input, known, violations);
          List<Proposition> all = new ArrayList<>();
          for (int i = 0; i < said.propositions().size() && all.size() < MOST; i++) {
            Optional<Statement> need = need(input, said.propositions().get(i), all);
            String path = "/propositions/" + i;
            if (need.isEmpty()) {
              accept.refuse(path, "meets no pain or trigger, or one that another one meets");
            } else {
              accepted(accept, path, said.propositions().get(i), need.get()).ifPresent(all::add);
            }
          }
          return new ValuePropositions(filled(all, rules), rules.missing());
        });
  }

  /** The need is what the lead's own section says, never what a model makes of it. */
  private static Optional<Statement> need(AgentInput input, Offer offer, List<Proposition> all) {
    String meets = Missing.text(offer.meets());
    boolean again = all.stream().anyMatch(p -> p.meets().equals(meets));
    return again ? Optional.empty() : ValuePropositionsAgent.need(input, meets);
  }

  private static Optional<Proposition> accepted(
      AcceptText accept, String path, Offer offer, Statement need) {
    Optional<String> title =
        accept.text(path + "/title", Missing.text(offer.title()), LONGEST_TITLE);
    Optional<Statement> benefit = seller(accept, path + "/benefit", offer.benefit(), true);
    boolean silent = offer.difference().said().isEmpty();
    Optional<Statement> difference =
        silent ? Optional.empty() : seller(accept, path + "/difference", offer.difference(), false);
    Optional<String> next =
        accept.text(path + "/nextStep", Missing.text(offer.nextStep()), LONGEST_STEP);
    boolean whole =
        title.isPresent()
            && benefit.isPresent()
            && next.isPresent()
            && (silent || difference.isPresent());
    return whole
        ? Optional.of(
            new Proposition(
                "",
                title.get(),
                Missing.text(offer.meets()),
                need,
                benefit.get(),
                difference,
                next.get()))
        : Optional.empty();
  }

  /** What the seller has is the seller's to say: its quantities stand in the context. */
  private static Optional<Statement> seller(
      AcceptText accept, String path, Argued line, boolean offer) {
    Known.Source source = offer ? Known.Source.OFFER : Known.Source.ADVANTAGE;
    if (!accept.restsOn(line, source)) {
      accept.refuse(
          path,
          "rests on no " + source.name().toLowerCase(java.util.Locale.ROOT) + " of the seller");
      return Optional.empty();
    }
    return accept
        .statement(path, line, LONGEST)
        .filter(s -> accept.hasOnlyTheSellersFigures(path, s.text()));
  }

  private static List<Proposition> filled(List<Proposition> all, ValuePropositions rules) {
    List<Proposition> filled = new ArrayList<>(all);
    rules.propositions().stream()
        .filter(r -> all.stream().noneMatch(p -> p.meets().equals(r.meets())))
        .forEach(filled::add);
    List<Proposition> numbered = new ArrayList<>();
    for (Proposition p : filled.stream().limit(MOST).toList()) {
      numbered.add(
          new Proposition(
              "v" + (numbered.size() + 1),
              p.title(),
              p.meets(),
              p.need(),
              p.benefit(),
              p.difference(),
              p.nextStep()));
    }
    return numbered;
  }
}
