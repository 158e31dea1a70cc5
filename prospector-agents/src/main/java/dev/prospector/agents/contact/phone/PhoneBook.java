package dev.prospector.agents.contact.phone;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.prospector.agents.contact.text.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the sightings of each number. */
public final class PhoneBook {

  private record Entry(PhoneNumber number, Set<PhoneUse> uses, Set<Place> places) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, String> extensions = new LinkedHashMap<>();

  public void add(PhoneNumber number, Set<PhoneUse> uses, Place place) {
    String e164 = NumberingPlan.e164(number);
    Entry entry =
        entries.computeIfAbsent(
            e164, key -> new Entry(number, EnumSet.noneOf(PhoneUse.class), new LinkedHashSet<>()));
    entry.uses().addAll(uses);
    entry.places().add(place);
    if (number.hasExtension()) {
      extension(number, number.getExtension());
    }
  }

  public void extension(PhoneNumber number, String digits) {
    extensions.putIfAbsent(NumberingPlan.e164(number), digits);
  }

  public List<PhoneFinding> findings() {
    List<PhoneFinding> findings = new ArrayList<>();
    entries.forEach((e164, entry) -> findings.add(finding(e164, entry)));
    findings.sort(Comparator.comparingInt(f -> f.places().get(0).start()));
    return findings;
  }

  private PhoneFinding finding(String e164, Entry entry) {
    List<Place> places =
        entry.places().stream().sorted(Comparator.comparingInt(Place::start)).toList();
    String carrier = NumberingPlan.carrier(entry.number());
    return new PhoneFinding(
        e164,
        NumberingPlan.kind(entry.number()),
        NumberingPlan.region(entry.number()),
        carrier.isEmpty() ? Optional.empty() : Optional.of(carrier),
        Optional.ofNullable(extensions.get(e164)),
        List.copyOf(entry.uses()),
        places);
  }
}
