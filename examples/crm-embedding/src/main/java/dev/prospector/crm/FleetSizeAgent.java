package dev.prospector.crm;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.answer.Said;
import dev.prospector.agents.passage.LeadText;
import dev.prospector.agents.prompt.Checks;
import dev.prospector.agents.prompt.Inquiry;
import dev.prospector.agents.website.SitePage;
import dev.prospector.agents.website.Website;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Evidence;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueTypes;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads on a company's site how many vehicles it runs; a model reads what patterns miss. */
final class FleetSizeAgent implements ModelAgent<FleetSize> {

  private static final String FIELD = "vehicles";
  private static final Pattern FLEET =
      Pattern.compile("\\b(\\d{1,5}) (?:vehicles|trucks|lorries|vans|veículos|caminhões)\\b");
  private static final Inquiry<Answered> ASKED =
      Inquiry.of(FleetSizeAgent.class, "fleet-size", Role.EXTRACT, Answered.class);

  /** The answer of a model. */
  record Answered(@JsonProperty(FIELD) List<Said> vehicles) {}

  @Override
  public AgentSpec<FleetSize> spec() {
    return AgentSpec.writing(FleetSize.KEY).reading(Website.KEY).readingContext().version(2);
  }

  @Override
  public FleetSize byRules(AgentInput input) {
    return new FleetSize(input.evidence().fact(found(input)));
  }

  private static List<Claim<Integer>> found(AgentInput input) {
    Evidence evidence = input.evidence();
    List<Claim<Integer>> claims = new ArrayList<>();
    for (SitePage page : input.get(Website.KEY).pages()) {
      Snapshot text = page.snapshot(input);
      Matcher fleet = FLEET.matcher(text.text());
      while (fleet.find()) {
        Passage passage = new Passage(text, fleet.start(), fleet.end());
        Integer number = Integer.valueOf(fleet.group(1));
        evidence.claim(FIELD, ValueTypes.INTEGER, number, passage).ifPresent(claims::add);
      }
    }
    return claims;
  }

  @Override
  public Prompt prompt() {
    return ASKED.prompt();
  }

  @Override
  public Optional<Question> question(AgentInput input) throws InterruptedException {
    Question asked = ASKED.with(ASKED.about(input.context()), input, LeadText.ofSite(input));
    return Optional.of(asked).filter(question -> !question.sources().isEmpty());
  }

  @Override
  public Reading<FleetSize> read(AgentInput input, Question asked, Answer answer) {
    return ASKED.read(
        answer,
        (said, faults) -> {
          Checks checks = new Checks(input, asked, faults);
          List<Claim<Integer>> claims = found(input);
          for (Said one : said.vehicles()) {
            checks
                .derived("/vehicles", FIELD, ValueTypes.INTEGER, one, FleetSizeAgent::number)
                .ifPresent(claims::add);
          }
          return new FleetSize(input.evidence().fact(claims));
        });
  }

  private static Optional<Integer> number(String text) {
    return text.matches("\\d{1,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
