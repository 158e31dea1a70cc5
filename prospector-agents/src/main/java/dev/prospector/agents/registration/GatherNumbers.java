package dev.prospector.agents.registration;

import dev.prospector.agents.page.OtherCompanies;
import dev.prospector.agents.page.PageText;
import dev.prospector.agents.page.layout.PageRole;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Evidence;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Joins what the pages of one site say about registration numbers. */
final class GatherNumbers {

  private static final int MOST_CLAIMS = 100;

  private final Evidence evidence;
  private final List<Claim<String>> numbers = new ArrayList<>();
  private final Map<String, RegistrationKind> kinds = new HashMap<>();
  private final Map<String, List<Claim<RegistrationStatus>>> statuses = new HashMap<>();

  GatherNumbers(Evidence evidence) {
    this.evidence = evidence;
  }

  /** Adds what a page states, except where others speak or are named. */
  void add(Snapshot snapshot, PageText page, List<RegistrationMention> mentions) {
    add(
        snapshot,
        mentions.stream().filter(m -> page.roleAt(m.start()) != PageRole.OTHERS).toList());
  }

  void add(Snapshot snapshot, List<RegistrationMention> mentions) {
    OtherCompanies others = OtherCompanies.in(snapshot.text());
    for (RegistrationMention mention : mentions) {
      if (numbers.size() >= MOST_CLAIMS) {
        return;
      }
      boolean foreign = OthersNumbers.isOthers(snapshot.text(), mention.start());
      if (foreign || others.cover(mention.start(), mention.end())) {
        continue;
      }
      String number = mention.number().value();
      kinds.putIfAbsent(number, mention.number().kind());
      Passage passage = new Passage(snapshot, mention.start(), mention.end());
      evidence
          .claim("registration_number", ValueTypes.REGISTRATION_NUMBER, number, passage)
          .ifPresent(numbers::add);
      mention.status().ifPresent(word -> addStatus(snapshot, number, word));
    }
  }

  private void addStatus(Snapshot snapshot, String number, RegistrationMention.StatusWord word) {
    Passage passage = new Passage(snapshot, word.start(), word.end());
    evidence
        .claim("registration_status", StatusWords.TYPE, word.status(), passage)
        .ifPresent(c -> statuses.computeIfAbsent(number, n -> new ArrayList<>()).add(c));
  }

  List<Registration.Establishment> establishments() {
    return evidence.findings(numbers).stream().map(this::establishment).toList();
  }

  private Registration.Establishment establishment(Fact.Known<String> number) {
    return new Registration.Establishment(
        number,
        Objects.requireNonNull(kinds.get(number.known())),
        evidence.fact(statuses.getOrDefault(number.known(), List.of())));
  }
}
