package dev.prospector.agents.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.draft.DraftGate;
import dev.prospector.agents.outreach.Briefing.Part;
import dev.prospector.agents.outreach.Briefing.Subject;
import dev.prospector.agents.persona.KnownPerson;
import dev.prospector.agents.prompt.Argued;
import dev.prospector.agents.prompt.Inquiry;
import dev.prospector.agents.writer.AcceptText;
import dev.prospector.agents.writer.Known;
import dev.prospector.agents.writer.Missing;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a model adds to the briefing: prose for the summary and the parts. */
final class AskForBriefing {

  private static final int LONGEST = 240;
  private static final int LEAST_SUMMARY = 2;

  static final Inquiry<Said> ASKED =
      Inquiry.of(AskForBriefing.class, "briefing", Role.WRITE, Said.class);

  /** The answer. */
  record Said(
      @JsonProperty("summary") List<Argued> summary,
      @JsonProperty("sections") List<Piece> sections) {
    Said {
      summary = Missing.list(summary);
      sections = Missing.list(sections);
    }
  }

  /** One part of an answer. */
  record Piece(
      @JsonProperty("subject") Subject subject,
      @JsonProperty("statements") List<Argued> statements) {
    Piece {
      statements = Missing.list(statements);
    }
  }

  private AskForBriefing() {}

  private static Known known(AgentInput input) {
    Known known = Known.of(input).pains().triggers();
    KnownPerson.add(input, known);
    return known;
  }

  static Optional<Question> question(AgentInput input) {
    Known known = known(input);
    List<String> decided = new ArrayList<>(KnownPerson.lines(input));
    new AssembleBriefing(input)
        .parts()
        .forEach(
            part -> part.statements().forEach(s -> decided.add(part.subject() + ": " + s.text())));
    return known.hasLead() ? Optional.of(known.asked(ASKED, Map.of(), decided)) : Optional.empty();
  }

  static Reading<Briefing> read(AgentInput input, Answer answer) {
    return ASKED.read(
        answer,
        (said, violations) -> {
          AssembleBriefing rules = new AssembleBriefing(input);
          AcceptText accept = AcceptText.of(input, known(input), rules.named(), violations);
          List<Part> parts = parts(accept, said, rules.parts());
          List<Statement> summary = summary(accept, said);
          return rules.briefing(
              summary.size() < LEAST_SUMMARY ? rules.summary(rules.parts()) : summary, parts);
        });
  }

  private static List<Statement> summary(AcceptText accept, Said said) {
    List<Statement> summary = new ArrayList<>();
    int words = 0;
    for (int i = 0; i < said.summary().size(); i++) {
      String path = "/summary/" + i;
      Optional<Statement> statement = accept.statement(path, said.summary().get(i), LONGEST);
      words += statement.map(s -> DraftGate.words(s.text())).orElse(0);
      if (words > AssembleBriefing.SUMMARY_WORDS) {
        accept.refuse("/summary", "is longer than " + AssembleBriefing.SUMMARY_WORDS + " words");
        return summary;
      }
      statement.ifPresent(summary::add);
    }
    return summary;
  }

  private static List<Part> parts(AcceptText accept, Said said, List<Part> rules) {
    Map<Subject, Part> parts = new EnumMap<>(Subject.class);
    rules.forEach(part -> parts.put(part.subject(), part));
    for (int i = 0; i < said.sections().size(); i++) {
      Piece piece = said.sections().get(i);
      List<Statement> statements = new ArrayList<>();
      for (int j = 0; j < piece.statements().size() && j < AssembleBriefing.OF_A_PART; j++) {
        String path = "/sections/" + i + "/statements/" + j;
        accept.statement(path, piece.statements().get(j), LONGEST).ifPresent(statements::add);
      }
      if (!statements.isEmpty()) {
        parts.put(piece.subject(), new Part(piece.subject(), statements));
      }
    }
    return List.copyOf(parts.values());
  }
}
