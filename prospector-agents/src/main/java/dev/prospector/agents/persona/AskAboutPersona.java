package dev.prospector.agents.persona;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Overlap;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.prompt.Argued;
import dev.prospector.agents.prompt.Inquiry;
import dev.prospector.agents.writer.AcceptText;
import dev.prospector.agents.writer.Known;
import dev.prospector.agents.writer.Missing;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a model adds to a persona: goals and worries that the company's own words show. */
final class AskAboutPersona {

  private static final int MOST = 3;
  private static final int LONGEST = 160;
  private static final double ALIKE = 0.6;

  static final Inquiry<Said> ASKED =
      Inquiry.of(AskAboutPersona.class, "persona", Role.REASON, Said.class);

  /** The answer. */
  record Said(
      @JsonProperty("goals") List<Argued> goals, @JsonProperty("worries") List<Argued> worries) {
    Said {
      goals = Missing.list(goals);
      worries = Missing.list(worries);
    }
  }

  private AskAboutPersona() {}

  private static Known known(AgentInput input) {
    return Known.of(input).pains().triggers();
  }

  static Optional<Question> question(AgentInput input, Persona rules) {
    Known known = known(input);
    List<String> decided =
        List.of("role: " + rules.role(), "department: " + rules.department().name());
    return known.hasLead()
        ? Optional.of(known.asked(ASKED, Map.of("most", String.valueOf(MOST)), decided))
        : Optional.empty();
  }

  static Reading<Persona> read(AgentInput input, Answer answer, Persona rules) {
    return ASKED.read(
        answer,
        (said, violations) -> {
          AcceptText accept = AcceptText.of(input, known(input), violations);
          return rules.with(
              merged(accept, "/goals", said.goals(), rules.goals()),
              merged(accept, "/worries", said.worries(), rules.worries()));
        });
  }

  /** What a source shows comes before what is assumed of anybody in that place. */
  private static List<Statement> merged(
      AcceptText accept, String path, List<Argued> lines, List<Statement> rules) {
    List<Statement> all = new ArrayList<>();
    for (int i = 0; i < lines.size() && i < MOST; i++) {
      accept
          .grounded(path + "/" + i, lines.get(i), LONGEST)
          .filter(s -> isNew(s, all))
          .ifPresent(all::add);
    }
    rules.stream().filter(s -> isNew(s, all)).forEach(all::add);
    return all.stream().limit(MOST).toList();
  }

  private static boolean isNew(Statement statement, List<Statement> all) {
    return all.stream().noneMatch(a -> Overlap.of(a.text(), statement.text()) >= ALIKE);
  }
}
