package dev.prospector.agents.contact.phone;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.prospector.agents.internal.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads Brazilian numbers the way they are written in the wild: {@code (16) 3665-7200/9624} is two
 * numbers, {@code 3302- 6069} has a stray space, {@code 0xx11} and {@code 0 15 11} carry a carrier
 * selection code, an area code said once holds for the numbers after it, and a mobile number of
 * eight digits lacks the ninth digit that all of them were given by 2016.
 */
final class BrazilianNumbers {

  private static final int MAX_LENGTH = 2_000;
  private static final Expression TAIL =
      Expression.of("\\s{0,9}(?:[/,;]|\\be\\b|\\bou\\b|-)\\s{0,9}");
  private static final Expression NATIONWIDE = Expression.of("0[3589]00|400\\d|30(?:03|04)|4020");

  private final DigitGroups groups;
  private final List<PhoneMatch> found = new ArrayList<>();
  private String area;
  private boolean areaWritten;
  private String lastSubscriber = "";
  private int next;

  private BrazilianNumbers(String text, String areaOfCity) {
    this.groups =
        new DigitGroups(text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text);
    this.area = areaOfCity;
  }

  /**
   * Returns the valid numbers of a text.
   *
   * @param areaOfCity the area code for numbers written without one, or an empty string
   */
  static List<PhoneMatch> read(String text, String areaOfCity) {
    BrazilianNumbers reading = new BrazilianNumbers(text, areaOfCity);
    while (reading.next < reading.groups.size()) {
      reading.step();
    }
    return reading.found;
  }

  private void step() {
    int first = next;
    if (nationwide() || whole() || tail()) {
      return;
    }
    int from = afterArea();
    next = from;
    if (from < groups.size() && subscriber(from, first)) {
      return;
    }
    next = Math.max(from, first + 1);
  }

  /** Numbers such as 0800 722 6001 and 4004-1234, which have no area code. */
  private boolean nationwide() {
    int start = next;
    StringBuilder digits = new StringBuilder(groups.digits(start));
    if (digits.length() > 4 && digits.length() < 8 || !NATIONWIDE.matcher(digits).lookingAt()) {
      return false;
    }
    int last = start;
    while (digits.length() < 11 && last + 1 < groups.size() && groups.joined(last + 1)) {
      if (digits.length() == 8 && digits.charAt(0) != '0') {
        break;
      }
      digits.append(groups.digits(++last));
    }
    int end = last;
    Optional<PhoneNumber> number = NumberingPlan.parse(digits.toString(), "BR");
    number.ifPresent(n -> add(n, start, end, false));
    return number.isPresent();
  }

  /** One run of digits with area code and all. */
  private boolean whole() {
    String digits = groups.digits(next);
    if (digits.length() < 10 || digits.length() > 14) {
      return false;
    }
    boolean plus = groups.before(next).endsWith("+");
    Optional<PhoneNumber> number =
        NumberingPlan.parse(plus || digits.startsWith("55") ? "+" + digits : digits, "BR")
            .or(() -> plus ? Optional.empty() : NumberingPlan.parse(digits, "BR"));
    if (number.isPresent()) {
      PhoneNumber n = number.get();
      area = Long.toString(n.getNationalNumber()).substring(0, 2);
      areaWritten = true;
      lastSubscriber = Long.toString(n.getNationalNumber()).substring(2);
      add(n, next, next, false);
    }
    next++;
    return true;
  }

  /** The last four digits of a number that shares its beginning with the number before. */
  private boolean tail() {
    boolean last = next + 1 >= groups.size() || !groups.joined(next + 1);
    if (lastSubscriber.isEmpty()
        || groups.length(next) != 4
        || !(last || groups.length(next + 1) != 4)
        || !TAIL.matcher(groups.before(next)).matches()) {
      return false;
    }
    String subscriber =
        lastSubscriber.substring(0, lastSubscriber.length() - 4) + groups.digits(next);
    return accept(subscriber, next, next);
  }

  /** Reads an area code where one stands, and returns the group after it. */
  private int afterArea() {
    int at = next;
    if (groups.digits(at).equals("55") && groups.before(at).endsWith("+")) {
      at++;
    } else if (at + 2 < groups.size() && isPrefix(groups.digits(at), groups.length(at + 1))) {
      at++;
    }
    if (at + 2 < groups.size() && twoCodes(at)) {
      at++;
    }
    if (at + 1 >= groups.size()) {
      return next;
    }
    String digits = groups.digits(at);
    boolean trunk = digits.length() == 3 && digits.startsWith("0");
    if (trunk || digits.length() == 2 && digits.charAt(0) != '0') {
      area = digits.substring(digits.length() - 2);
      areaWritten = true;
      return at + 1;
    }
    return next;
  }

  /** Trunk zero, {@code 0xx}, or zero with a carrier selection code, before a code of its own. */
  private static boolean isPrefix(String digits, int lengthAfter) {
    boolean zero = digits.equals("0") || digits.length() == 3 && digits.charAt(0) == '0';
    return zero && lengthAfter == 2;
  }

  /** A carrier selection code before the area code, both of two digits. */
  private boolean twoCodes(int at) {
    return groups.length(at) == 2
        && groups.length(at + 1) == 2
        && groups.joined(at + 1)
        && at > 0
        && groups.digits(at - 1).equals("0");
  }

  private boolean subscriber(int from, int first) {
    StringBuilder digits = new StringBuilder(groups.digits(from));
    int last = from;
    while (!isComplete(digits) && last + 1 < groups.size() && groups.joined(last + 1)) {
      if (digits.length() + groups.length(last + 1) > 9) {
        break;
      }
      digits.append(groups.digits(++last));
    }
    if (isComplete(digits) && accept(digits.toString(), first, last)) {
      return true;
    }
    next = last + 1;
    return digits.length() >= 7;
  }

  private static boolean isComplete(CharSequence digits) {
    return digits.length() == 9 || digits.length() == 8 && digits.charAt(0) != '0';
  }

  private boolean accept(String subscriber, int first, int last) {
    next = last + 1;
    if (area.isEmpty()) {
      return true;
    }
    Optional<PhoneNumber> number = NumberingPlan.parse("+55" + area + subscriber, "BR");
    boolean ninth = number.isEmpty() && subscriber.length() == 8 && subscriber.charAt(0) >= '6';
    if (ninth) {
      number = NumberingPlan.parse("+55" + area + "9" + subscriber, "BR");
    }
    number.ifPresent(n -> add(n, first, last, !areaWritten || ninth));
    lastSubscriber = number.isPresent() ? subscriber : "";
    return true;
  }

  private void add(PhoneNumber number, int first, int last, boolean inferred) {
    String before = groups.before(first);
    int opening = before.endsWith("(") || before.endsWith("+") ? 1 : 0;
    found.add(new PhoneMatch(number, groups.start(first) - opening, groups.end(last), inferred));
    next = last + 1;
  }
}
