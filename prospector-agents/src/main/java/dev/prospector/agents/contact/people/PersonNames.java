package dev.prospector.agents.contact.people;

import dev.prospector.agents.contact.text.ResourceLines;
import dev.prospector.agents.internal.Expression;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Tells names of people from other words with capitals, by their form and by given names. */
final class PersonNames {

  private static final int LONGEST = 45;
  private static final String INITIALS = "(?:\\p{Lu}\\.){1,3}";
  private static final String PART =
      "(?:\\p{Lu}(?:\\p{Ll}[\\p{L}'’-]{0,20}|['’]\\p{Lu}[\\p{L}-]{1,20}|(?=[ ]\\p{Lu}\\p{Ll}))|"
          + INITIALS
          + ")";

  /** Two to four words with capitals; the first is written out or an initial. */
  static final String NAME =
      "(?:\\p{Lu}\\p{Ll}[\\p{L}'’-]{0,20}|"
          + INITIALS
          + ")(?:[ ](?:[“\"(]\\p{Lu}\\p{L}{1,12}[”\")]["
          + " ])?(?:(?:de|da|do|dos|das|del|van|von|der|den|la|di)[ ]){0,2}"
          + PART
          + "){1,3}";

  /** A name written in capitals. */
  static final String CAPITALS = "\\p{Lu}{2,15}(?:[ ]\\p{Lu}\\.)?(?:[ ]\\p{Lu}{2,20}){1,2}";

  private static final Expression NO_NAME =
      Expression.of(
          "(?i)\\b(?:the|our|your|us|about|contact|home|service|services|customer|new|sales|team|street|road|avenue|park|city|county|center|centre|school|university|college|office|department|group|company|inc|llc|ltd|bank|house|hotel|restaurant|privacy|policy|terms|web|site|design|online|news|read|more|real|estate|business|management|marketing|north|south|east|west|united|states|general|project|product|program|health|care|family|view|click|all|free|best|top|meet|phone|fax|email|monday|friday|january|february|march|april|june|july|august|september|october|november|december)\\b");

  /** Given names that are no other words; the second file was put together by a program. */
  private static final Set<String> GIVEN = given("given-names.txt", "more-given-names.txt");

  private PersonNames() {}

  private static Set<String> given(String... files) {
    Set<String> names = new HashSet<>();
    for (String file : files) {
      for (String line : ResourceLines.of(file)) {
        for (String name : line.split(" ")) {
          names.add(name.toLowerCase(Locale.ROOT));
        }
      }
    }
    return names;
  }

  /** Returns whether the first of several words is a given name. */
  static boolean isGiven(String name) {
    int space = name.indexOf(' ');
    return space > 0 && isGivenAlone(name.substring(0, space));
  }

  /** Returns whether a word is a given name. */
  static boolean isGivenAlone(String word) {
    return GIVEN.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Returns whether nothing in the words themselves says that they are no name. */
  static boolean mayBe(String name) {
    return name.length() <= LONGEST && !NO_NAME.isIn(name) && !Titles.isIn(name);
  }
}
