package dev.prospector.agents.contact.people;

import dev.prospector.agents.contact.text.ResourceLines;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.Optional;

/** Recognises the titles that people hold in a company. */
final class Titles {

  private static final int LONGEST = 90;

  /** So far into a text its title may begin: "Licensed Associate <b>Broker</b>". */
  private static final int BEGINNING = 30;

  /** Words before a title that are no part of it: "a native <b>of</b> Ohio and electrician". */
  private static final Expression JOINED =
      Expression.of(
          "(?i)[ ](?:of|and|from|in|with|who|that|for|de|da|do|em|com|e|del|en|con|y|und|aus|mit|der|et|du|des|avec)[ ]");

  private static final int MOST_SPACES = 3;

  /**
   * "Dentist<b>, GDC No. 79123</b>", "Advogada <b>– OAB/SP 123.456</b>", "Manager <b>· Leeds</b>".
   */
  private static final Expression BEHIND =
      Expression.of(
          "[ ][·•|][ ]|[ ]?[,;(–-]?[ ]{0,2}(?<![\\p{L}])[A-Z]{2,8}(?:[ /-][A-Z]{2})?(?:[ .:#º°-]|[Nn][oºr°]\\.?){0,6}\\d[\\d./-]{2}");

  /** "<b>OAB/PE 23.456) –</b> Especialista em Direito de Família". */
  private static final Expression LEADING_REGISTER =
      Expression.of(
          "^[A-Z]{2,8}(?:[ /-][A-Z]{2})?[ .:nº°-]{0,5}\\d[\\d./-]{2,12}\\)?[ ]?[–,-]?[ ]?");

  private static final Expression TITLE = read();

  private static final Expression IS_A =
      Expression.of(
          "[\\p{L}.'’ -]{3,45}?[ ](?:is|é|es|ist|est)[ ](?:an?[ ]|the[ ]|our[ ]|uma?[ ]|[oa][ ]|el[ ]|la[ ]|una?[ ]|eine?[ ]|le[ ])?(?:licensed[ ])?(.{3,70})");

  private Titles() {}

  private static Expression read() {
    String words = String.join("|", ResourceLines.of("roles.txt"));
    return Expression.of("(?iu)(?<![\\p{L}])(?:" + words + ")(?![\\p{L}])");
  }

  static boolean isIn(String text) {
    return TITLE.isIn(text);
  }

  /** Returns whether a line is a title and nothing else, so that it may stand for a given name. */
  static boolean isAllOf(String text) {
    Search title = TITLE.matcher(text);
    int end = 0;
    while (title.find()) {
      end = title.end();
    }
    return end == text.length() && text.chars().filter(c -> c == ' ').count() <= MOST_SPACES;
  }

  /**
   * Returns whether a text right behind a name is a title, or begins with one and goes on small.
   */
  static boolean mayFollow(String text) {
    Search title = TITLE.matcher(text);
    boolean begins = title.lookingAt();
    boolean small =
        begins
            && text.substring(title.end())
                .strip()
                .chars()
                .limit(1)
                .allMatch(Character::isLowerCase);
    return isAllOf(text) || small;
  }

  /** Returns a text as a title when it is short and holds a word of one. */
  static Optional<String> of(String written) {
    String text = LEADING_REGISTER.matcher(written).replaceFirst("");
    boolean title =
        text.length() <= LONGEST
            && !text.isEmpty()
            && text.indexOf(':') < 0
            && Character.isUpperCase(text.charAt(0))
            && isIn(text);
    return title ? Optional.of(bare(text.strip())) : Optional.empty();
  }

  /** Leaves off what stands behind a title: a register's number, a place, a telephone number. */
  private static String bare(String title) {
    Search behind = BEHIND.matcher(title);
    boolean cut = behind.find() && isIn(title.substring(0, behind.start()));
    return cut ? title.substring(0, behind.start()).strip() : title;
  }

  /**
   * Returns the title that a text begins with, up to the next comma, bracket or end of sentence.
   */
  static Optional<String> beginning(String text) {
    Search title = TITLE.matcher(text);
    if (!title.find()
        || title.start() > BEGINNING
        || JOINED.isIn(text.substring(0, title.start()))) {
      return Optional.empty();
    }
    String whole = text.split("[,;()|]|\\.\\s", 2)[0].strip();
    boolean label = whole.indexOf(':') >= 0;
    return title.end() <= whole.length() && !label ? Optional.of(whole) : Optional.empty();
  }

  /** Returns the title after the verb: "Ann Lee is a broker associate with us". */
  static Optional<String> told(String sentence) {
    Search is = IS_A.matcher(sentence);
    return is.lookingAt() ? beginning(is.group(1)) : Optional.empty();
  }
}
