package dev.prospector.agents.outreach;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.argument.Quoted;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.heard.MachineOrders;
import dev.prospector.agents.heard.Requests;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.signal.Complaints;
import dev.prospector.agents.writer.Known;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The reasons to write to a company: its triggers, its pains, then what it says of itself. */
final class Reasons {

  /** What a reason is. */
  enum Kind {
    TRIGGER,
    PAIN,
    WORK,
    SERVICE;

    /** Returns the end of the keys of its sentences. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One reason.
   *
   * @param claim the words of the source
   * @param kind what it is, which words the sentences around it
   * @param subject for what is offered against it
   * @param label a few words for a subject line
   * @param question an open question that belongs to it
   */
  record Reason(Claim<String> claim, Kind kind, String subject, String label, String question) {

    String sentence(Wording wording, int phrase, int most) {
      String key = isOwn() ? "reason." + kind.word() : "reason.others";
      return wording.say(key + "." + phrase, quote(most));
    }

    /** Returns the key of a sentence that adds this to another reason. */
    String added(String key) {
      String own = kind == Kind.SERVICE ? key + ".service" : key;
      return isOwn() ? own : key + ".others";
    }

    /** Returns the words, where they are long the sentence that is about the subject. */
    String quote(int most) {
      return Quoted.of(claim.quote(), most, subject);
    }

    /** Returns whether the company says so itself. */
    boolean isOwn() {
      return claim.publisher() == Snapshot.Publisher.COMPANY;
    }
  }

  private Reasons() {}

  /** The newest trigger, the pains, the other triggers, what the company does and offers. */
  static List<Reason> of(AgentInput input, Wording wording) {
    List<Reason> all = new ArrayList<>(triggers(input, wording));
    all.addAll(Math.min(1, all.size()), pains(input, wording));
    CompanyProfile profile = input.get(CompanyProfile.KEY);
    profile.description().claims().stream()
        .filter(c -> !Requests.only(c.quote()))
        .limit(1)
        .flatMap(c -> Quoted.words(input, "description", c).stream())
        .forEach(claim -> all.add(plain(claim, Kind.WORK, wording)));
    profile.services().stream()
        .limit(2)
        .forEach(s -> all.add(plain(s.best(), Kind.SERVICE, wording)));
    return distinct(all);
  }

  private static List<Reason> triggers(AgentInput input, Wording wording) {
    List<Reason> triggers = new ArrayList<>();
    for (BuyingTriggers.Item t : Known.triggersOf(input)) {
      String kind = t.kind().name();
      triggers.add(
          new Reason(
              t.text().best(),
              Kind.TRIGGER,
              t.text().known(),
              wording.say("label." + kind),
              wording.say("question." + kind)));
    }
    return triggers;
  }

  private static Reason plain(Claim<String> claim, Kind kind, Wording wording) {
    return new Reason(
        claim, kind, claim.quote(), wording.say("label.work"), wording.say("question.work"));
  }

  private static List<Reason> pains(AgentInput input, Wording wording) {
    List<Reason> pains = new ArrayList<>();
    for (PainPoints.Pain p : Known.painsOf(input)) {
      pains.add(
          new Reason(
              p.statement().basis().get(0),
              Kind.PAIN,
              p.solves(),
              wording.say("label." + p.category()),
              wording.say("question." + p.category())));
    }
    return pains;
  }

  /**
   * What a company may be told in a first message: not what its host's list or documents say, and
   * of what others say only news, no complaints.
   */
  private static boolean mayBeTold(Reason reason) {
    return switch (reason.claim().publisher()) {
      case COMPANY -> true;
      case THIRD_PARTY ->
          reason.kind() == Kind.TRIGGER && !Complaints.names(reason.claim().quote());
      case HOST -> false;
    };
  }

  /** Orders to machines, addresses and links are nothing to quote to anybody. */
  private static boolean isOwnWords(String words) {
    return !MachineOrders.address(words)
        && !words.contains("@")
        && !words.contains("http")
        && !words.contains("www.");
  }

  private static List<Reason> distinct(List<Reason> all) {
    List<Reason> kept = new ArrayList<>();
    for (Reason reason : all) {
      String words = reason.claim().quote();
      boolean again = kept.stream().anyMatch(k -> k.claim().quote().equals(words));
      if (!again && isOwnWords(words) && mayBeTold(reason)) {
        kept.add(reason);
      }
    }
    return kept;
  }
}
