package dev.prospector.privacy;

import dev.prospector.lead.Lead;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which personal data is held back from language models: it is replaced by marks before a request
 * leaves, and put back in the answer. Start from {@link #standard()}.
 *
 * <p>Immutable.
 */
public final class Redaction {

  private static final Redaction STANDARD = new Redaction(EnumSet.allOf(Kind.class));
  private static final Redaction OFF = new Redaction(EnumSet.noneOf(Kind.class));

  private final Set<Kind> kinds;

  /** A kind of personal data. */
  public enum Kind {
    /** E-mail addresses, but for those of a role such as {@code sales@}. */
    EMAIL,
    /** Telephone numbers. */
    PHONE,
    /** Numbers of Brazilian taxpayers, with check digits that hold. */
    CPF,
    /** Numbers of payment cards, with a check digit that holds. */
    CARD,
    /** Numbers of bank accounts, with check digits that hold. */
    IBAN,
    /** Names of people in the lead, its row or its contacts. */
    PERSON
  }

  private Redaction(Set<Kind> kinds) {
    this.kinds = kinds;
  }

  /** Returns what holds unless something else is said: every kind. */
  public static Redaction standard() {
    return STANDARD;
  }

  /** Returns that nothing is held back. It must be said, so nothing uses this by default. */
  public static Redaction off() {
    return OFF;
  }

  /** Returns this redaction, but that some kinds are told. */
  public Redaction without(Kind first, Kind... more) {
    Set<Kind> left = EnumSet.noneOf(Kind.class);
    left.addAll(kinds);
    left.remove(first);
    List.of(more).forEach(left::remove);
    return new Redaction(left);
  }

  /** Returns whether a kind is held back. */
  public boolean holdsBack(Kind kind) {
    return kinds.contains(kind);
  }

  /**
   * Returns the marks of one question.
   *
   * @param people names of people in it beside those of the lead
   */
  public Placeholders of(Lead lead, List<String> people) {
    Set<String> names = new TreeSet<>(people);
    if (holdsBack(Kind.PERSON)) {
      names.addAll(PeopleOfLead.names(lead));
    }
    return new Placeholders(FindPersonalData.of(kinds, names));
  }

  /** Returns what a question's wording depends on, for fingerprints. */
  public String version() {
    return new TreeSet<>(kinds).toString();
  }
}
