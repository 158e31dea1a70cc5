package dev.prospector.agents.qualification;

import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.contact.ContactDetails.Address;
import dev.prospector.agents.contact.postal.Towns;
import dev.prospector.agents.intake.Countries;
import dev.prospector.agents.intake.Intake;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a company is, compared with where we sell: the place of its row, or where that names no
 * town and no state, the addresses of its pages. What is unknown of a place is neither in nor out.
 */
final class Places {

  private final List<Place> all;

  private Places(List<Place> all) {
    this.all = all;
  }

  static Places of(Intake intake, ContactDetails contacts) {
    Place row = Place.of(intake);
    List<Place> addresses =
        contacts.addresses().stream().map(address -> Place.of(address, row.country())).toList();
    boolean bare = row.city().isEmpty() && row.state().isEmpty();
    if (bare && !addresses.isEmpty()) {
      return new Places(addresses);
    }
    return new Places(row.isUnknown() ? List.of() : List.of(row));
  }

  /**
   * Returns the place that decides: the first one where we sell, else, where none can be there, the
   * first one.
   *
   * @param entries where we sell
   */
  Optional<Decided> among(List<String> entries) {
    List<Decided> decided =
        all.stream()
            .flatMap(p -> p.liesInOneOf(entries).map(inside -> new Decided(p, inside)).stream())
            .toList();
    boolean open = decided.size() < all.size();
    return decided.stream()
        .filter(Decided::inside)
        .findFirst()
        .or(() -> open ? Optional.empty() : decided.stream().findFirst());
  }

  /** A place, and whether we sell there. */
  record Decided(Place place, boolean inside) {}

  /**
   * One place.
   *
   * @param country ISO 3166-1 alpha-2, empty where it is unknown, as the other parts are
   * @param said what tells it
   */
  record Place(String city, String state, String country, List<Claim<?>> said) {

    private static Place of(Intake intake) {
      List<Claim<?>> said = new ArrayList<>(backing(intake.city()));
      said.addAll(backing(intake.country()));
      return new Place(
          intake.city().value().orElse(""),
          intake.state().value().orElse(""),
          intake.country().value().orElse(""),
          said);
    }

    private static Place of(Address address, String country) {
      Address.Parts parts = address.place().known();
      return new Place(
          parts.city(),
          parts.state(),
          address.country().value().orElse(country),
          List.copyOf(address.place().backing()));
    }

    private static List<? extends Claim<?>> backing(Fact<String> fact) {
      return fact.value().isPresent() ? fact.claims() : List.of();
    }

    boolean isUnknown() {
      return country.isEmpty() && state.isEmpty() && city.isEmpty();
    }

    String name() {
      return String.join(", ", Stream.of(city, state, country).filter(s -> !s.isEmpty()).toList());
    }

    private Optional<Boolean> liesInOneOf(List<String> entries) {
      List<Optional<Boolean>> answers = entries.stream().map(this::liesIn).toList();
      boolean somewhere = answers.stream().anyMatch(a -> a.orElse(false));
      boolean open = answers.stream().anyMatch(Optional::isEmpty);
      return open && !somewhere ? Optional.empty() : Optional.of(somewhere);
    }

    /** An entry names a country in some language, a state by name or code, or a city. */
    private Optional<Boolean> liesIn(String entry) {
      Optional<String> named = Countries.named(entry);
      boolean sameName = same(entry, state) || same(entry, city) || Countries.isState(entry, state);
      if (sameName || named.filter(country::equals).isPresent()) {
        return Optional.of(true);
      }
      if (named.isPresent()) {
        return country.isEmpty() ? Optional.empty() : Optional.of(false);
      }
      boolean known =
          Countries.stateCode(entry).isPresent()
              ? !state.isEmpty() || !country.isEmpty() && !country.equals("BR")
              : !city.isEmpty() && Towns.isTown(entry);
      return known ? Optional.of(false) : Optional.empty();
    }

    private static boolean same(String entry, String place) {
      return !place.isEmpty() && key(entry).equals(key(place));
    }

    private static String key(String text) {
      return Normalizer.normalize(text, Normalizer.Form.NFKD)
          .toLowerCase(Locale.ROOT)
          .replaceAll("[^\\p{L}\\p{N}]", "");
    }
  }
}
