package dev.prospector.agents.contact;

import dev.prospector.agents.contact.people.OrganizationFinding;
import dev.prospector.agents.contact.text.DomainWords;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.internal.Expression;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words by which a company is known: those of its name and its domain. They tell its own legal
 * name and address from those of a processor, a certifier or a host that a page names too.
 */
final class OwnName {

  /** A shorter word stands in a name by chance. */
  private static final int SHORTEST = 4;

  /** So far before an address the name of whose it is may stand. */
  private static final int REACH = 250;

  /** A name that the page says of itself, or that its domain spells, has more. */
  private static final double OWN = 0.65;

  private static final Expression BREAK = Expression.of("[^\\p{L}\\p{N}]+");
  private static final Expression MARKS = Expression.of("\\p{M}+");
  private static final Set<String> COMMON =
      Set.of("gmbh", "ltda", "limited", "eireli", "company", "group", "grupo", "com", "www");

  private final Set<String> words = new HashSet<>();
  private final String domain;

  private OwnName(String name, String domain) {
    words.addAll(words(name));
    int dot = domain.indexOf('.');
    this.domain = dot < SHORTEST ? "" : folded(domain.substring(0, dot)).replace("-", "");
  }

  static OwnName of(Intake intake) {
    return new OwnName(intake.name().value().orElse(""), intake.domain().value().orElse(""));
  }

  /** Returns the names by which a page speaks of its own company, not those beside them. */
  List<OrganizationFinding> among(List<OrganizationFinding> found) {
    boolean said = found.stream().anyMatch(f -> f.score() >= OWN);
    boolean known = said || !words.isEmpty();
    return found.stream().filter(f -> !known || f.score() >= OWN || isIn(f.name())).toList();
  }

  /** Returns whether what stands before a place names the company. */
  boolean standsBefore(String text, int at) {
    return isIn(text.substring(Math.max(0, at - REACH), at));
  }

  private boolean isIn(String text) {
    Set<String> written = words(text);
    return words.stream().anyMatch(written::contains) || spellsDomain(text, written);
  }

  /** Says whether a text holds the domain's name, or words that make up half of it. */
  private boolean spellsDomain(String text, Set<String> written) {
    int spelt = DomainWords.spelt(domain, written);
    return !domain.isEmpty()
        && (2 * spelt >= domain.length()
            || folded(text).replaceAll("[^\\p{L}\\p{N}]", "").contains(domain));
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>(BREAK.split(folded(text)));
    words.removeIf(word -> word.length() < SHORTEST || COMMON.contains(word));
    return words;
  }

  private static String folded(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
