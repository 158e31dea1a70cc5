package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.benchmark.calibration.JudgedFact;
import dev.prospector.benchmark.calibration.LabelledPages;
import dev.prospector.evidence.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What the agents find on the pages of a folder as {@code contacts} reads it, with whether the gold
 * has it. A field that a set of pages was not annotated for is left out there. An address is right
 * if all its parts are.
 */
final class JudgedFacts {

  private final ContactGold gold;
  private final List<JudgedFact> judged = new ArrayList<>();

  private JudgedFacts(ContactGold gold) {
    this.gold = gold;
  }

  static List<JudgedFact> of(Path folder) throws IOException {
    ContactGold gold = ContactGold.read(folder);
    Map<String, String> pages = Archive.pagesByPath(folder);
    LabelledPages labelled = new LabelledPages();
    for (int i = 0; i < gold.rows().size(); i++) {
      JsonNode row = gold.rows().get(i);
      String html = pages.getOrDefault(row.path("id").asString("") + ".html", "");
      labelled.add("page-" + i, gold.url(row), html);
    }
    Map<String, ContactDetails> found = labelled.contactDetails();
    JudgedFacts facts = new JudgedFacts(gold);
    for (int i = 0; i < gold.rows().size(); i++) {
      ContactDetails details = found.get("page-" + i);
      if (details != null) {
        facts.judge(gold.rows().get(i), details);
      }
    }
    return facts.judged;
  }

  private void judge(JsonNode row, ContactDetails found) {
    Set<String> emails = ContactKeys.emails(row);
    found.emails().forEach(e -> add(row, e.address(), v -> emails.contains(ContactKeys.email(v))));
    Set<String> profiles = ContactKeys.profiles(row);
    found
        .profiles()
        .forEach(p -> add(row, p.url(), v -> profiles.contains(ContactKeys.profile(v))));
    annotated(row, ContactGold.PHONES, ContactKeys::phone)
        .ifPresent(
            keys ->
                found
                    .phones()
                    .forEach(p -> add(row, p.number(), v -> keys.contains(ContactKeys.tail(v)))));
    annotated(row, ContactGold.PEOPLE, e -> ContactKeys.person(ContactGold.text(e)))
        .ifPresent(
            keys ->
                found
                    .people()
                    .forEach(p -> add(row, p.name(), v -> keys.contains(ContactKeys.person(v)))));
    annotated(row, ContactGold.ORGANIZATIONS, e -> ContactKeys.organization(ContactGold.text(e)))
        .ifPresent(
            keys ->
                found
                    .names()
                    .forEach(n -> add(row, n, v -> keys.contains(ContactKeys.organization(v)))));
    annotated(row, ContactGold.ADDRESSES, ContactKeys::addressPart)
        .ifPresent(
            keys ->
                found
                    .addresses()
                    .forEach(
                        a -> add(row, a.place(), v -> keys.containsAll(ContactKeys.parts(v)))));
  }

  private java.util.Optional<Set<String>> annotated(
      JsonNode row, List<String> types, java.util.function.Function<JsonNode, String> key) {
    return gold.isAnnotated(row, types)
        ? java.util.Optional.of(ContactGold.keys(row, types, key))
        : java.util.Optional.empty();
  }

  private <T> void add(JsonNode row, Fact.Known<T> fact, Predicate<T> right) {
    judged.add(new JudgedFact(ContactGold.site(row), fact, right.test(fact.known())));
  }
}
