package dev.prospector.agents.qualification;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.company.WhatItIs;
import dev.prospector.agents.company.industry.Industry;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.trade.Standing;
import dev.prospector.agents.wanted.Wanted;
import dev.prospector.context.BusinessContext;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a company is of the kind that we sell to: by what it says that it is, compared with the
 * industries, target market and ideal customer of the context, and limited by its place. Where it
 * says nothing, a classifier's guess narrows the range and is called a guess; it never shows a fit.
 */
final class Fit {

  /** What is left of a fit where we do not sell. */
  private static final double ELSEWHERE = 0.4;

  /** A company of another trade may still be one that we would sell to; little speaks for it. */
  private static final ScoreRange OTHER_TRADE = new ScoreRange(0, 0.3);

  /** What pages merely mention is worth quoting from this strength on. */
  private static final double WORTH_SAYING = 0.4;

  private static final double MARGIN = 0.15;

  private final AgentInput input;
  private final Wording wording;
  private final Quotes quotes;
  private final List<String> reasons = new ArrayList<>();
  private final List<Claim<String>> evidence = new ArrayList<>();

  Fit(AgentInput input, Wording wording, Quotes quotes) {
    this.input = input;
    this.wording = wording;
    this.quotes = quotes;
  }

  Factor factor() {
    Wanted wanted = new Wanted(input.context());
    ScoreRange kind = wanted.isEmpty() ? ScoreRange.UNKNOWN : kind(wanted);
    if (wanted.isEmpty()) {
      reasons.add(wording.say("fit.nothing-asked"));
    }
    ScoreRange value = limitedByPlace(kind);
    return Reach.factor(Factor.Kind.FIT, value, String.join(" ", reasons), evidence);
  }

  private ScoreRange kind(Wanted wanted) {
    List<Standing> standings = WhatItIs.of(input);
    Optional<Wanted.Met> met = wanted.best(standings);
    SpokenOf inFreeWords = SpokenOf.free(wanted.freeWords(), input);
    double byTrade = met.map(Wanted.Met::strength).orElse(0.0);
    if (byTrade >= WORTH_SAYING && byTrade >= inFreeWords.strength()) {
      return shown(met.get());
    }
    if (inFreeWords.strength() > 0) {
      reasons.add(wording.say("fit.says", inFreeWords.quote(), inFreeWords.sought()));
      inFreeWords.best().ifPresent(p -> evidence.addAll(quotes.of("fit", p)));
      return from(inFreeWords.strength());
    }
    return standings.stream()
        .filter(Standing::introduced)
        .findFirst()
        .map(this::otherTrade)
        .orElseGet(() -> guess(wanted));
  }

  private ScoreRange shown(Wanted.Met met) {
    Standing standing = met.standing();
    Passage said = standing.said().get(0);
    String key = standing.introduced() ? saying("fit.says", said) : "fit.mentions";
    reasons.add(wording.say(key, Quotes.shortened(said), met.entry()));
    standing.said().stream().limit(2).forEach(p -> evidence.addAll(quotes.of("fit", p)));
    return from(met.strength());
  }

  /** What stands in the host's list is not said by the company. */
  private static String saying(String key, Passage said) {
    return said.snapshot().publisher() == Snapshot.Publisher.HOST ? key + ".listed" : key;
  }

  private static ScoreRange from(double strength) {
    return new ScoreRange(strength, Math.min(1, strength + MARGIN));
  }

  private ScoreRange otherTrade(Standing standing) {
    Passage said = standing.said().get(0);
    reasons.add(wording.say(saying("fit.differs", said), Quotes.shortened(said)));
    evidence.addAll(quotes.of("fit", said));
    return OTHER_TRADE;
  }

  /** The probabilities of a classifier are a guess: they narrow the range and show nothing. */
  private ScoreRange guess(Wanted wanted) {
    List<CompanyProfile.Likely> likely = input.get(CompanyProfile.KEY).likely();
    Set<Industry> sectors = wanted.sectors();
    if (likely.isEmpty() || sectors.isEmpty()) {
      reasons.add(wording.say("fit.unknown"));
      return ScoreRange.UNKNOWN;
    }
    CompanyProfile.Likely first = likely.get(0);
    NumberFormat percent =
        NumberFormat.getPercentInstance(Locale.forLanguageTag(wording.language().tag()));
    reasons.add(
        wording.say(
            "fit.guess",
            first.industry().label(wording.language()),
            percent.format(first.probability())));
    double share =
        likely.stream()
            .filter(l -> sectors.contains(l.industry()))
            .mapToDouble(CompanyProfile.Likely::probability)
            .sum();
    return new ScoreRange(0, Math.min(1, 0.3 + share));
  }

  private ScoreRange limitedByPlace(ScoreRange kind) {
    List<String> places = input.context().items(BusinessContext.Items.PLACES);
    Places here = Places.of(input.get(Intake.KEY), input.get(ContactDetails.KEY));
    Optional<Places.Decided> decided = places.isEmpty() ? Optional.empty() : here.among(places);
    if (decided.isEmpty()) {
      return kind;
    }
    boolean inside = decided.get().inside();
    Places.Place place = decided.get().place();
    reasons.add(wording.say(inside ? "fit.place" : "fit.elsewhere", place.name()));
    place.said().stream().limit(1).forEach(c -> evidence.addAll(quotes.of(c.field(), passage(c))));
    return inside ? kind : new ScoreRange(kind.low() * ELSEWHERE, kind.high() * ELSEWHERE);
  }

  private Passage passage(Claim<?> claim) {
    Snapshot said = input.snapshot(claim.snapshot());
    return new Passage(said, claim.span().start(), claim.span().end(), claim.placement());
  }
}
