package dev.prospector.agents.qualification;

import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.company.Industry;
import dev.prospector.agents.intake.Intake;
import dev.prospector.context.BusinessContext;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a company is of the kind that we sell to: half by what its pages speak of, three tenths
 * by its industry, two tenths by its place. A part that the context does not ask for does not
 * count.
 */
final class Fit {

  private static final double BY_RELEVANCE = 0.5;
  private static final double BY_INDUSTRY = 0.3;
  private static final double BY_PLACE = 0.2;

  /**
   * An industry that does not match may still be one that we would sell to; little speaks for it.
   */
  private static final ScoreRange OTHER_INDUSTRY = new ScoreRange(0, 0.3);

  private final ContextIndustries wanted;
  private final BusinessContext context;
  private final CompanyProfile profile;
  private final Wording wording;
  private final List<Scores.Part> parts = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();
  private final List<Claim<String>> evidence = new ArrayList<>();

  Fit(ContextIndustries wanted, BusinessContext context, CompanyProfile profile, Wording wording) {
    this.wanted = wanted;
    this.context = context;
    this.profile = profile;
    this.wording = wording;
  }

  Factor factor(SpokenOf offer, Intake intake) {
    addRelevance(offer);
    addIndustry();
    addPlace(intake);
    if (parts.isEmpty()) {
      reasons.add(wording.say("fit.nothing-asked"));
    } else if (reasons.isEmpty()) {
      reasons.add(wording.say("fit.unknown"));
    }
    return Reach.factor(
        Factor.Kind.FIT, WeighParts.score(parts).range(), String.join(" ", reasons), evidence);
  }

  private void addRelevance(SpokenOf offer) {
    if (!offer.isAsked()) {
      return;
    }
    parts.add(new Scores.Part("relevance", offer.range(), BY_RELEVANCE));
    evidence.addAll(offer.quotes());
    if (offer.isHeard()) {
      reasons.add(
          offer.quotes().isEmpty()
              ? wording.say("fit.irrelevant")
              : wording.say("fit.relevant", String.join(", ", offer.words())));
    }
  }

  private void addIndustry() {
    Set<Industry> industries = wanted.of(context);
    if (industries.isEmpty()) {
      return;
    }
    ScoreRange value =
        profile
            .industry()
            .value()
            .map(i -> match(industries, i))
            .orElseGet(() -> guess(industries));
    parts.add(new Scores.Part("industry", value, BY_INDUSTRY));
  }

  private ScoreRange match(Set<Industry> industries, Industry industry) {
    boolean matches = industries.contains(industry);
    String label = industry.label(context.language());
    reasons.add(wording.say(matches ? "fit.matches" : "fit.differs", label));
    return matches ? ScoreRange.exactly(1) : OTHER_INDUSTRY;
  }

  /** Where no industry is likely enough to be named, the probabilities still narrow the range. */
  private ScoreRange guess(Set<Industry> industries) {
    double wantedShare =
        profile.likely().stream()
            .filter(l -> industries.contains(l.industry()))
            .mapToDouble(CompanyProfile.Likely::probability)
            .sum();
    return profile.likely().isEmpty()
        ? ScoreRange.UNKNOWN
        : new ScoreRange(Math.min(1, wantedShare / 2), 1);
  }

  private void addPlace(Intake intake) {
    List<String> places = context.items(BusinessContext.Items.PLACES);
    if (places.isEmpty()) {
      return;
    }
    Places here = new Places(intake);
    if (here.isUnknown()) {
      parts.add(new Scores.Part("place", ScoreRange.UNKNOWN, BY_PLACE));
      return;
    }
    boolean inside = places.stream().anyMatch(here::liesIn);
    parts.add(new Scores.Part("place", ScoreRange.exactly(inside ? 1 : 0), BY_PLACE));
    reasons.add(wording.say(inside ? "fit.place" : "fit.elsewhere", here.name()));
    evidence.addAll(quoted(intake));
  }

  private static List<Claim<String>> quoted(Intake intake) {
    return java.util.stream.Stream.of(intake.city(), intake.country())
        .map(
            fact ->
                fact.fold(
                    Fact.Known::backing,
                    List::<Claim<String>>of,
                    a -> List.<Claim<String>>of(),
                    c -> List.<Claim<String>>of()))
        .flatMap(List::stream)
        .limit(2)
        .collect(Collectors.toList());
  }
}
