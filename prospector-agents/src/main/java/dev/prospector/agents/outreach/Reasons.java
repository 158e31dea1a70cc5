package dev.prospector.agents.outreach;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.argument.Quoted;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.writer.Known;
import dev.prospector.evidence.Claim;
import java.util.ArrayList;
import java.util.List;

/** The reasons to write to a company: its triggers, its pains, then what it says of itself. */
final class Reasons {

  /**
   * One reason.
   *
   * @param claim the words of the source
   * @param key how a sentence introduces them
   * @param subject for what is offered against it
   * @param label a few words for a subject line
   * @param question an open question that belongs to it
   */
  record Reason(Claim<String> claim, String key, String subject, String label, String question) {

    String sentence(Wording wording, int most) {
      return wording.say(key, Quoted.of(claim.quote(), most));
    }
  }

  private Reasons() {}

  static List<Reason> of(AgentInput input, Wording wording) {
    List<Reason> all = new ArrayList<>();
    List<Reason> pains = pains(input, wording);
    for (BuyingTriggers.Item t : Known.triggersOf(input)) {
      String kind = t.kind().name();
      all.add(
          new Reason(
              t.text().best(),
              "reason.trigger",
              t.text().known(),
              wording.say("label." + kind),
              wording.say("question." + kind)));
      if (all.size() == 1) {
        all.addAll(pains);
      }
    }
    if (all.isEmpty()) {
      all.addAll(pains);
    }
    CompanyProfile profile = input.get(CompanyProfile.KEY);
    profile.description().claims().stream()
        .limit(1)
        .forEach(c -> all.add(plain(Quoted.words(input, "description", c), wording)));
    profile.services().stream().limit(2).forEach(s -> all.add(plain(List.of(s.best()), wording)));
    return distinct(all);
  }

  private static Reason plain(List<Claim<String>> claims, Wording wording) {
    Claim<String> claim = claims.get(0);
    return new Reason(
        claim,
        "reason.work",
        claim.quote(),
        wording.say("label.work"),
        wording.say("question.work"));
  }

  private static List<Reason> pains(AgentInput input, Wording wording) {
    List<Reason> pains = new ArrayList<>();
    for (PainPoints.Pain p : Known.painsOf(input)) {
      pains.add(
          new Reason(
              p.statement().basis().get(0),
              "reason.pain",
              p.solves(),
              wording.say("label." + p.category()),
              wording.say("question." + p.category())));
    }
    return pains;
  }

  private static List<Reason> distinct(List<Reason> all) {
    List<Reason> kept = new ArrayList<>();
    for (Reason reason : all) {
      boolean again = kept.stream().anyMatch(k -> k.claim().quote().equals(reason.claim().quote()));
      if (!again) {
        kept.add(reason);
      }
    }
    return kept;
  }
}
