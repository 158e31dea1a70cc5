package dev.prospector.quickstart;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.website.Website;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueTypes;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import java.util.List;
import java.util.Optional;

// region agent
final class SloganAgent implements ModelAgent<Slogan> {

  private static final int LONGEST_TEXT = 4_000;
  private static final Prompt PROMPT =
      Prompt.of(
              "slogan",
              Role.EXTRACT,
              "Copy the one sentence that says best what this company does.")
          .withLengths(new Prompt.Lengths(0, LONGEST_TEXT, 100));

  @Override
  public AgentSpec<Slogan> spec() {
    return AgentSpec.writing(Slogan.KEY).reading(Website.KEY).version(1);
  }

  @Override
  public Slogan byRules(AgentInput input) {
    return slogan(input, List.of());
  }

  @Override
  public Prompt prompt() {
    return PROMPT;
  }

  @Override
  public Optional<Question> question(AgentInput input) {
    return home(input).map(home -> Question.about(beginning(home.text())));
  }

  @Override
  public Reading<Slogan> read(AgentInput input, Question asked, Answer answer) {
    String said = answer.text();
    Snapshot home = home(input).orElseThrow();
    return input
        .evidence()
        .claim("slogan", ValueTypes.TEXT, said, home, said)
        .map(claim -> Reading.of(slogan(input, List.of(claim))))
        .orElseGet(() -> Reading.malformed(List.of("no such sentence stands on the page")));
  }

  private static Optional<Snapshot> home(AgentInput input) {
    return input.get(Website.KEY).pages().stream().findFirst().map(page -> page.snapshot(input));
  }

  private static String beginning(String text) {
    return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
  }

  private static Slogan slogan(AgentInput input, List<Claim<String>> claims) {
    return new Slogan(input.evidence().fact(claims));
  }
}
// endregion
