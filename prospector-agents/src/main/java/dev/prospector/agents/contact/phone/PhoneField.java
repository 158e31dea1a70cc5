package dev.prospector.agents.contact.phone;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a field that is known to hold phone numbers, such as a column or the value of a link. */
public final class PhoneField {

  private static final int MAX_LENGTH = 2_000;
  private static final Expression PIECE = Expression.of("[^/;,|\\n]+");
  private static final Expression CARRIER_MARK =
      Expression.of("(?i)(?<=^|[(\\s])0\\s?xx\\s?(?=\\d\\d)");

  private PhoneField() {}

  /** Returns the valid numbers of a field, read from within a region. */
  public static List<PhoneMatch> read(String field, String region, String areaCode) {
    String text = field.length() > MAX_LENGTH ? field.substring(0, MAX_LENGTH) : field;
    Optional<PhoneMatch> whole = whole(text, region, 0);
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    if (region.equals("BR")) {
      List<PhoneMatch> found = BrazilianNumbers.read(text, areaCode);
      return found.isEmpty() ? international(text, region) : found;
    }
    List<PhoneMatch> found = new ArrayList<>();
    Search piece = PIECE.matcher(text);
    while (piece.find()) {
      whole(piece.group(), region, piece.start()).ifPresent(found::add);
    }
    return found.isEmpty() ? NumberingPlan.find(text, region) : found;
  }

  private static List<PhoneMatch> international(String text, String region) {
    return text.indexOf('+') < 0
        ? List.of()
        : NumberingPlan.find(text, region).stream()
            .filter(match -> match.number().getCountryCode() != 55)
            .toList();
  }

  private static Optional<PhoneMatch> whole(String piece, String region, int at) {
    int first = firstDigit(piece);
    int last = lastDigit(piece);
    if (first < 0 || piece.indexOf('/') >= 0) {
      return Optional.empty();
    }
    int start = opening(piece, first);
    String bare = CARRIER_MARK.matcher(piece.substring(start, last + 1)).replaceAll("0");
    Optional<PhoneNumber> number = NumberingPlan.parse(bare, region);
    return number.map(n -> new PhoneMatch(n, at + start, at + last + 1, false));
  }

  private static int opening(String piece, int first) {
    int start = first;
    while (start > 0 && "(+ ".indexOf(piece.charAt(start - 1)) >= 0) {
      start--;
    }
    while (piece.charAt(start) == ' ') {
      start++;
    }
    return start;
  }

  private static int firstDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static int lastDigit(String text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      if (Character.isDigit(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }
}
