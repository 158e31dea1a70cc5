package dev.prospector.agents.route;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agents.argument.Score;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.contact.Deciders;
import dev.prospector.agents.website.Website;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the way of a lead by data quality, complexity and clarity of the decision maker, or draws
 * it.
 */
public final class RouteAgent implements Agent<Route> {

  private static final double POOR = 0.35;
  private static final double SIMPLE = 0.35;
  private static final double CLEAR = 0.8;
  private static final int ENOUGH_PAGES = 4;

  private final Optional<Split> split;

  /** Creates the agent that chooses. */
  public RouteAgent() {
    this(Optional.empty());
  }

  /** Creates the agent that draws. */
  public RouteAgent(Split split) {
    this(Optional.of(split));
  }

  private RouteAgent(Optional<Split> split) {
    this.split = split;
  }

  @Override
  public AgentSpec<Route> spec() {
    AgentSpec<Route> chooses =
        AgentSpec.writing(Route.KEY)
            .reading(CompanyProfile.KEY, ContactDetails.KEY, Website.KEY)
            .readingContext()
            .version(1);
    return split.map(s -> chooses.readingLead().setUpWith(s.toString())).orElse(chooses);
  }

  @Override
  public Route byRules(AgentInput input) {
    Score quality = quality(input);
    Score complexity = complexity(input.get(CompanyProfile.KEY));
    Score clarity = clarity(input.get(ContactDetails.KEY));
    Wording wording = Wording.of(RouteAgent.class, input.context().language());
    Optional<Route.Way> drawn = split.flatMap(s -> s.draw(input.lead().id()));
    Route.Way way = drawn.orElseGet(() -> way(quality, complexity, clarity));
    String reason = wording.say(drawn.isPresent() ? "route.drawn" : "route." + way);
    Optional<Route.Drawn> draw = drawn.flatMap(w -> split.map(s -> drawn(s, w)));
    return new Route(way, quality, complexity, clarity, reason, draw);
  }

  private static Route.Drawn drawn(Split split, Route.Way way) {
    return new Route.Drawn(split.seed(), split.shares().getOrDefault(way, BigDecimal.ZERO));
  }

  private static Route.Way way(Score quality, Score complexity, Score clarity) {
    if (quality.range().high() < POOR) {
      return Route.Way.RESEARCH_FIRST;
    }
    boolean simple = complexity.range().high() <= SIMPLE && clarity.range().low() >= CLEAR;
    return simple ? Route.Way.PERSONA_FIRST : Route.Way.FULL;
  }

  private static Score quality(AgentInput input) {
    CompanyProfile profile = input.get(CompanyProfile.KEY);
    double pages = Math.min(1, input.get(Website.KEY).pages().size() / (double) ENOUGH_PAGES);
    long known =
        List.of(profile.industry(), profile.size(), profile.founded(), profile.description())
            .stream()
            .filter(fact -> fact.value().isPresent())
            .count();
    double channels = Math.min(1, input.get(ContactDetails.KEY).channels().size() / 2.0);
    return Score.mean(
        List.of(
            new Score.Part("pages", ScoreRange.exactly(pages), 0.5),
            new Score.Part("facts", ScoreRange.exactly(known / 4.0), 0.25),
            new Score.Part("channels", ScoreRange.exactly(channels), 0.25)));
  }

  private static Score complexity(CompanyProfile profile) {
    ScoreRange value =
        profile
            .size()
            .value()
            .map(
                size ->
                    switch (size) {
                      case MICRO -> ScoreRange.exactly(0.1);
                      case SMALL -> ScoreRange.exactly(0.3);
                      case MEDIUM -> ScoreRange.exactly(0.6);
                      case LARGE -> ScoreRange.exactly(1);
                    })
            .orElse(ScoreRange.UNKNOWN);
    return Score.mean(List.of(new Score.Part("size", value, 1)));
  }

  private static Score clarity(ContactDetails contacts) {
    ScoreRange value =
        Deciders.first(contacts).isPresent()
            ? new ScoreRange(0.85, 1)
            : contacts.people().isEmpty() ? new ScoreRange(0, 0.5) : new ScoreRange(0.3, 0.7);
    return Score.mean(List.of(new Score.Part("people", value, 1)));
  }
}
