package dev.prospector.agents.contact;

import dev.prospector.agents.contact.ContactDetails.Address.Parts;
import dev.prospector.evidence.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The addresses of a company, each once: an address that is a part of another one, such as a street
 * without its town, is that one. Where no page gives an address, a town with its state stands for
 * it.
 */
final class DistinctAddresses {

  private DistinctAddresses() {}

  /**
   * Returns the addresses in their order.
   *
   * @param postal addresses with a street or a postal code
   * @param places towns with their states
   */
  static List<Fact.Known<Parts>> of(
      List<Fact.Known<Parts>> postal, List<Fact.Known<Parts>> places) {
    if (postal.isEmpty()) {
      return places.stream().limit(1).toList();
    }
    List<Fact.Known<Parts>> distinct = new ArrayList<>();
    for (int i = 0; i < postal.size(); i++) {
      if (!isWithinAnother(postal, i)) {
        distinct.add(postal.get(i));
      }
    }
    return distinct;
  }

  private static boolean isWithinAnother(List<Fact.Known<Parts>> all, int index) {
    List<String> parts = parts(all.get(index).known());
    for (int i = 0; i < all.size(); i++) {
      List<String> others = parts(all.get(i).known());
      boolean covered = i != index && isWithin(parts, others);
      if (covered && (i < index || !isWithin(others, parts))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithin(List<String> parts, List<String> others) {
    for (int k = 0; k < parts.size(); k++) {
      if (!others.get(k).contains(parts.get(k))) {
        return false;
      }
    }
    return true;
  }

  /** A number must not be taken for the beginning of a longer one, so words stay apart. */
  private static List<String> parts(Parts parts) {
    return List.of(
        words(parts.street()),
        words(parts.city()),
        words(parts.state()),
        words(parts.postalCode()).replace(" ", ""),
        words(parts.country()),
        words(parts.district()));
  }

  private static String words(String part) {
    String bare = part.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return bare.isEmpty() ? "" : ' ' + bare + ' ';
  }
}
