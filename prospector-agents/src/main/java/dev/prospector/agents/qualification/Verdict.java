package dev.prospector.agents.qualification;

import dev.prospector.agents.argument.Wording;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Adds factors up to a verdict and says why. */
record Verdict(
    List<Factor> factors,
    List<Argument> arguments,
    Optional<Qualification.Exclusion> exclusion,
    Wording wording) {

  Qualification qualification() {
    WeighFactors weighed = new WeighFactors(factors);
    return new Qualification(
        exclusion.isPresent() ? Tier.NOT_QUALIFIED : weighed.tier(),
        weighed.score(),
        weighed.range(),
        weighed.known(),
        factors,
        weighed.decisive(),
        exclusion,
        justification(weighed),
        arguments);
  }

  private String justification(WeighFactors weighed) {
    List<String> sentences = new ArrayList<>();
    exclusion.ifPresent(
        e ->
            sentences.add(
                wording.say(
                    "justification.excluded", wording.say("exclusion." + e.kind(), e.entry()))));
    NumberFormat percent =
        NumberFormat.getPercentInstance(Locale.forLanguageTag(wording.language().tag()));
    sentences.add(
        wording.say(
            "justification.score",
            weighed.score(),
            weighed.range().low(),
            weighed.range().high(),
            percent.format(weighed.known())));
    factors.stream().filter(this::isShown).forEach(f -> sentences.add(f.reason()));
    arguments.forEach(a -> sentences.add(argued(a)));
    weighed
        .decisive()
        .ifPresent(
            k -> sentences.add(wording.say("justification.decisive", wording.say("kind." + k))));
    return String.join(" ", sentences);
  }

  /** A factor that only arguments speak of has no reason of its own to tell. */
  private boolean isShown(Factor factor) {
    long argued = arguments.stream().filter(a -> a.factor() == factor.kind()).count();
    return factor.evidence().size() > argued;
  }

  private String argued(Argument argument) {
    String key = "justification.argued." + argument.side();
    return wording.say(key, wording.say("kind." + argument.factor()), argument.said().value());
  }
}
