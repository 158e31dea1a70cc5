package dev.prospector.quickstart;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.Demand;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agents.website.SitePage;
import dev.prospector.agents.website.Website;
import dev.prospector.error.MalformedAnswerException;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.ValueTypes;
import dev.prospector.model.LanguageModel;
import java.util.List;
import java.util.Optional;

// region agent
final class SloganAgent implements ModelAgent<Slogan> {

  private static final String PROMPT =
      "Copy the one sentence that says best what this company does.";
  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_ANSWER = 100;

  @Override
  public AgentSpec<Slogan> spec() {
    return AgentSpec.writing(Slogan.KEY).reading(Website.KEY).version(1);
  }

  @Override
  public String promptVersion() {
    return PROMPT;
  }

  @Override
  public Demand demand() {
    return new Demand(List.of(), List.of(question("x".repeat(LONGEST_TEXT))));
  }

  @Override
  public Slogan byRules(AgentInput input) {
    return slogan(input, List.of());
  }

  @Override
  public Slogan byModel(AgentInput input, LanguageModel model) throws InterruptedException {
    List<SitePage> pages = input.get(Website.KEY).pages();
    if (pages.isEmpty()) {
      return byRules(input);
    }
    Snapshot home = pages.get(0).snapshot(input);
    String text = home.text().substring(0, Math.min(LONGEST_TEXT, home.text().length()));
    String said = model.ask(question(text)).text();
    Optional<Claim<String>> claim =
        input.evidence().claim("slogan", ValueTypes.TEXT, said, home, said);
    return slogan(input, List.of(claim.orElseThrow(() -> notThere(said))));
  }

  private static LanguageModel.Request question(String text) {
    return new LanguageModel.Request(PROMPT, text, "", LONGEST_ANSWER, "");
  }

  private static Slogan slogan(AgentInput input, List<Claim<String>> claims) {
    return new Slogan(input.evidence().fact(claims));
  }

  private static MalformedAnswerException notThere(String said) {
    return new MalformedAnswerException(said, List.of("no such sentence stands on the page"));
  }
}
// endregion
