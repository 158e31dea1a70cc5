package dev.prospector.agents.contact.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberToCarrierMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The world's numbering plans, as libphonenumber knows them. */
public final class NumberingPlan {

  private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
  private static final PhoneNumberToCarrierMapper CARRIERS =
      PhoneNumberToCarrierMapper.getInstance();
  private static final int MEXICO = 52;
  private static final int MAX_TRIES = 200;
  private static final int MAX_LENGTH = 250;

  private NumberingPlan() {}

  /** Returns the valid number that a text is, read from within a region. */
  static Optional<PhoneNumber> parse(String text, String region) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      PhoneNumber number = withoutAbolishedPrefix(UTIL.parse(text, region));
      return UTIL.isValidNumber(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** Mexico abolished the 1 before mobile numbers in 2019; links still carry it. */
  private static PhoneNumber withoutAbolishedPrefix(PhoneNumber number) {
    String national = Long.toString(number.getNationalNumber());
    boolean old =
        number.getCountryCode() == MEXICO && national.length() == 11 && national.startsWith("1");
    return old ? number.setNationalNumber(Long.parseLong(national.substring(1))) : number;
  }

  /** Returns the valid numbers in a line of text, read from within a region. */
  static List<PhoneMatch> find(String line, String region) {
    List<PhoneMatch> found = new ArrayList<>();
    if (region.equals("MX")) {
      found.addAll(MexicanNumbers.find(line));
    }
    for (PhoneNumberMatch m : UTIL.findNumbers(line, region, Leniency.VALID, MAX_TRIES)) {
      if (found.stream().noneMatch(known -> known.overlaps(m.start(), m.end()))) {
        found.add(new PhoneMatch(m.number(), m.start(), m.end(), false));
      }
    }
    return found;
  }

  static boolean isNorthAmerican(String region) {
    return UTIL.isNANPACountry(region);
  }

  public static boolean knows(String region) {
    return UTIL.getSupportedRegions().contains(region);
  }

  static String e164(PhoneNumber number) {
    return UTIL.format(number, PhoneNumberFormat.E164);
  }

  static PhoneKind kind(PhoneNumber number) {
    return PhoneKind.of(UTIL.getNumberType(number));
  }

  static String region(PhoneNumber number) {
    String region = UTIL.getRegionCodeForNumber(number);
    return region == null ? "" : region;
  }

  /** Returns the name of the network that the number's range belongs to, or an empty string. */
  static String carrier(PhoneNumber number) {
    return CARRIERS.getNameForNumber(number, Locale.ENGLISH);
  }

  public static String regionOfCode(int countryCode) {
    return UTIL.getRegionCodeForCountryCode(countryCode);
  }
}
