package dev.prospector.agents.strategy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Overlap;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.persona.KnownPerson;
import dev.prospector.agents.prompt.Inquiry;
import dev.prospector.agents.qualification.Factor;
import dev.prospector.agents.strategy.StrategicQuestions.Aim;
import dev.prospector.agents.strategy.StrategicQuestions.Question;
import dev.prospector.agents.writer.AcceptText;
import dev.prospector.agents.writer.Known;
import dev.prospector.agents.writer.Missing;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a model adds to the questions: others, about what only this company can tell. */
final class AskForQuestions {

  private static final int MOST = 3;
  private static final int LONGEST = 200;
  private static final double ALIKE = 0.6;

  static final Inquiry<Said> ASKED =
      Inquiry.of(AskForQuestions.class, "strategic-questions", Role.REASON, Said.class);

  /** The answer. */
  record Said(@JsonProperty("questions") List<Asked> questions) {
    Said {
      questions = Missing.list(questions);
    }
  }

  /** One question of an answer. */
  record Asked(
      @JsonProperty("text") @Nullable String text,
      @JsonProperty("aim") Aim aim,
      @JsonProperty("settles") Settles settles) {}

  /** The factor that a question would settle. */
  enum Settles {
    FIT,
    NEED,
    TIMING,
    AUTHORITY,
    BUDGET,
    REACHABILITY,
    NONE;

    Optional<Factor.Kind> factor() {
      return Stream.of(Factor.Kind.values()).filter(k -> k.name().equals(name())).findFirst();
    }
  }

  private AskForQuestions() {}

  private static Known known(AgentInput input) {
    return Known.of(input).pains().triggers();
  }

  private static List<String> asked(AgentInput input) {
    return input.find(PainPoints.KEY).map(PainPoints::questions).orElse(List.of());
  }

  static Optional<dev.prospector.agent.Question> question(AgentInput input) {
    Known known = known(input);
    List<String> decided = new ArrayList<>(KnownPerson.lines(input));
    asked(input).forEach(q -> decided.add("asked already: " + q));
    return known.hasLead()
        ? Optional.of(known.asked(ASKED, Map.of("most", String.valueOf(MOST)), decided))
        : Optional.empty();
  }

  static Reading<StrategicQuestions> read(
      AgentInput input, Answer answer, StrategicQuestions rules) {
    return ASKED.read(
        answer,
        (said, violations) -> {
          AcceptText accept = AcceptText.of(input, known(input), violations);
          List<Question> all = new ArrayList<>();
          for (int i = 0; i < said.questions().size() && all.size() < MOST; i++) {
            add(accept, "/questions/" + i, said.questions().get(i), asked(input), all);
          }
          rules.questions().stream()
              .filter(q -> all.size() < MOST && isNew(q.text(), List.of(), all))
              .forEach(all::add);
          return new StrategicQuestions(all.stream().limit(MOST).toList());
        });
  }

  private static void add(
      AcceptText accept, String path, Asked question, List<String> asked, List<Question> all) {
    Optional<String> text = accept.question(path, Missing.text(question.text()), LONGEST);
    if (text.isPresent() && !isNew(text.get(), asked, all)) {
      accept.refuse(path, "asks what was asked before");
    } else {
      text.ifPresent(t -> all.add(new Question(t, question.aim(), question.settles().factor())));
    }
  }

  private static boolean isNew(String text, List<String> asked, List<Question> all) {
    return Stream.concat(asked.stream(), all.stream().map(Question::text))
        .noneMatch(other -> other.equals(text) || Overlap.of(other, text) >= ALIKE);
  }
}
