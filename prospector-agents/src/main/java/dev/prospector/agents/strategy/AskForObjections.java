package dev.prospector.agents.strategy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.persona.KnownPerson;
import dev.prospector.agents.prompt.Argued;
import dev.prospector.agents.prompt.Inquiry;
import dev.prospector.agents.strategy.Objections.Category;
import dev.prospector.agents.strategy.Objections.Objection;
import dev.prospector.agents.writer.AcceptText;
import dev.prospector.agents.writer.Known;
import dev.prospector.agents.writer.Missing;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a model adds to the objections: their wording, and answers with what can be shown. */
final class AskForObjections {

  private static final int MOST = 5;
  private static final int LONGEST_OBJECTION = 160;
  private static final int LONGEST_ANSWER = 400;
  private static final int LONGEST_PROOF = 200;
  private static final int MOST_SENTENCES = 3;

  static final Inquiry<Said> ASKED =
      Inquiry.of(AskForObjections.class, "objections", Role.WRITE, Said.class);

  /** The answer. */
  record Said(@JsonProperty("objections") List<Against> objections) {
    Said {
      objections = Missing.list(objections);
    }
  }

  /** One objection of an answer. */
  record Against(
      @JsonProperty("category") Category category,
      @JsonProperty("objection") @Nullable String objection,
      @JsonProperty("by") Objections.Answer by,
      @JsonProperty("answer") @Nullable String answer,
      @JsonProperty("proof") Argued proof) {
    Against {
      proof = Missing.sentence(proof);
    }
  }

  private AskForObjections() {}

  private static Known known(AgentInput input) {
    return Known.of(input).pains().triggers().rivals();
  }

  static Optional<Question> question(AgentInput input) {
    Known known = known(input);
    return known.hasLead()
        ? Optional.of(
            known.asked(ASKED, Map.of("most", String.valueOf(MOST)), KnownPerson.lines(input)))
        : Optional.empty();
  }

  static Reading<Objections> read(AgentInput input, LanguageModel.Answer answer, Objections rules) {
    return ASKED.read(
        answer,
        (said, violations) -> {
          Known known = known(input);
          AcceptText accept = AcceptText.of(input, known, violations);
          List<Objection> all = new ArrayList<>();
          for (int i = 0; i < said.objections().size() && all.size() < MOST; i++) {
            accepted(accept, "/objections/" + i, said.objections().get(i), input, all)
                .ifPresent(all::add);
          }
          rules.objections().stream()
              .filter(r -> all.stream().noneMatch(o -> o.category() == r.category()))
              .toList()
              .forEach(all::add);
          return new Objections(all.stream().limit(MOST).toList());
        });
  }

  private static Optional<Objection> accepted(
      AcceptText accept, String path, Against said, AgentInput input, List<Objection> all) {
    Optional<String> wrong = wrong(said, known(input), all);
    if (wrong.isPresent()) {
      accept.refuse(path, wrong.get());
      return Optional.empty();
    }
    Optional<String> objection =
        accept.text(path + "/objection", Missing.text(said.objection()), LONGEST_OBJECTION);
    Optional<String> reply =
        accept.text(path + "/answer", Missing.text(said.answer()), LONGEST_ANSWER);
    boolean silent = said.proof().said().isEmpty();
    Optional<Statement> proof =
        silent ? Optional.empty() : accept.statement(path + "/proof", said.proof(), LONGEST_PROOF);
    boolean whole = objection.isPresent() && reply.isPresent() && (silent || proof.isPresent());
    return whole
        ? Optional.of(
            new Objection(
                said.category(),
                objection.get(),
                said.by(),
                reply.get(),
                proof,
                silent ? ObjectionsAgent.noProof(input) : ""))
        : Optional.empty();
  }

  private static Optional<String> wrong(Against said, Known known, List<Objection> all) {
    boolean rival = known.items().stream().anyMatch(item -> item.id().startsWith("r"));
    boolean proven = !said.proof().said().isEmpty();
    if (all.stream().anyMatch(o -> o.category() == said.category())) {
      return Optional.of("has a category that another one has");
    } else if (said.category() == Category.COMPETITION && !rival) {
      return Optional.of("speaks of competition, and no source names any");
    } else if (said.by() == Objections.Answer.PROOF && !proven
        || proven && said.proof().ids().isEmpty()) {
      return Optional.of("gives a proof that rests on nothing");
    } else if (sentences(Missing.text(said.answer())) > MOST_SENTENCES) {
      return Optional.of("answers in more than three sentences");
    }
    return Optional.empty();
  }

  private static int sentences(String text) {
    return text.split("[.!?…]+(?:\\s|$)").length;
  }
}
