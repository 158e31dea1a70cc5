package dev.prospector.agents.contact.people;

import dev.prospector.agents.internal.Expression;
import java.util.Optional;

/**
 * Tells that a name which might be a company's is a person's, by itself or by a title beside it.
 */
public final class NamedPerson {

  private static final Expression SEVERAL =
      Expression.of("^\\p{L}[\\p{L}.'’-]*(?: [\\p{L}.'’-]+){1,4}$");

  /** What stands between a name and the title behind it. */
  private static final Expression BEHIND =
      Expression.of(
          "^(?: ?[,(]| [–-])"
              + " ?(?iu:(?:our|the|nosso|nossa|o|a|nuestro|nuestra|el|la|unser|unsere|der|die|notre|il|nostro)"
              + " )?");

  private NamedPerson() {}

  /** Returns whether a given name begins it, or follows a title. */
  public static boolean is(String name) {
    int space = name.indexOf(' ');
    boolean titled = space > 0 && Titles.isIn(name.substring(0, space));
    String bare = titled ? name.substring(space + 1) : name;
    return PersonNames.isGiven(bare) && mayBe(bare);
  }

  /** Returns whether a title follows a name in its text: "Klaus Meier, our manager". */
  public static boolean isTitled(String text, int start, int end) {
    String rest = text.substring(end);
    Optional<String> between =
        Optional.of(BEHIND.matcher(rest)).filter(b -> b.find()).map(b -> b.group());
    boolean title =
        between.flatMap(words -> Titles.beginning(rest.substring(words.length()))).isPresent();
    return title && mayBe(text.substring(start, end));
  }

  private static boolean mayBe(String name) {
    return SEVERAL.isAllOf(name)
        && PersonNames.mayBe(name)
        && OrganizationWords.institution(name).isEmpty();
  }
}
