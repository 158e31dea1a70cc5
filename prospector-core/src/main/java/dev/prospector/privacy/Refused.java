package dev.prospector.privacy;

import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Proposal;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Withholding;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes those who said no out of what was found for one lead. Confined to one thread. */
final class Refused {

  /** As it is written in E.164. */
  private static final Pattern PHONE = Pattern.compile("\\+[0-9]{7,15}");

  private static final String PERSON = "person";

  private final Refusals refusals;

  Refused(Refusals refusals) {
    this.refusals = refusals;
  }

  /**
   * Returns whether a claim is about somebody who said no: an address that can be written to, a
   * number that can be called, a person at this company, or words in which one of these stands.
   */
  boolean refuses(Claim<?> claim) {
    return claim.value() instanceof String value && refuses(claim.field(), value)
        || refusals.isIn(claim.quote());
  }

  private boolean refuses(String field, String value) {
    if (field.equals(PERSON)) {
      return refusals.refusesPerson(value);
    }
    return field.equals("phone") || PHONE.matcher(value).matches()
        ? refusals.refusesPhone(value)
        : refusals.isIn(value);
  }

  /** Returns what is left of an entry; the very entry if that is all of it. */
  <T> Optional<Entry<T>> without(Entry<T> entry) {
    return Withholding.of(entry.value(), this::refuses, refusals::without)
        .map(left -> left == entry.value() ? entry : entry.with(left));
  }

  boolean isWhole(Proposal proposal) {
    return proposal.differences().stream()
        .flatMap(difference -> Stream.of(difference.present(), difference.proposed()))
        .allMatch(
            value ->
                Withholding.of(value, this::refuses, refusals::without)
                    .filter(value::equals)
                    .isPresent());
  }

  /** Adds the names of people of whom a value says that they work at the company. */
  static void people(Object value, Collection<String> names) {
    var ignored =
        Withholding.of(
            value,
            claim -> {
              if (claim.field().equals(PERSON) && claim.value() instanceof String name) {
                names.add(name);
              }
              return false;
            },
            text -> text);
  }
}
