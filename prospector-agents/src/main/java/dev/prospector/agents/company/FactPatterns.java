package dev.prospector.agents.company;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.ResourceSections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The patterns of {@code facts.txt}, with its placeholders filled in. */
final class FactPatterns {

  /** What \\b says, but of the letters of every language on every version of Java. */
  private static final String BOUNDARY =
      "(?:(?<![\\p{L}\\d])(?=[\\p{L}\\d])|(?<=[\\p{L}\\d])(?![\\p{L}\\d]))";

  private static final String NUMBER =
      "(?<value>(?<digits>\\d{1,3}(?:[.,]\\d{3}){1,2}|\\d{1,6})(?<thousands>\\s(?:mil|thousand))?)"
          + "(?![\\d,.]\\d)(?!\\d)";
  private static final String YEAR = "(?<value>1[789]\\d\\d|20\\d\\d)\\b";
  private static final String ABOUT =
      "(?:(?:mais de|cerca de|aproximadamente|quase|mais que|perto de|over|more than|about|around|"
          + "approximately|nearly|almost|some|más de|alrededor de|unos|casi)\\s)?";
  private static final String NAME =
      "\\p{Lu}[\\p{L}\\d&'.-]{0,30}+(?:\\s(?:(?:de|do|da|dos|das|del|la|of)\\s)?"
          + "\\p{Lu}[\\p{L}\\d&'.-]{0,30}+){0,3}";
  private static final String NAMES =
      "(?-i:(?<value>"
          + NAME
          + "(?:(?:,\\s(?:e\\s|y\\s|and\\s)?|\\s(?:e|y|and)\\s)"
          + NAME
          + "){0,14}))";

  private static final Map<String, List<String>> SECTIONS =
      ResourceSections.read(FactPatterns.class, "facts.txt");

  static final List<Expression> EMPLOYEES = compiled("employees");
  static final List<Expression> NOT_OUR_EMPLOYEES = compiled("not-our-employees");
  static final List<Expression> FOUNDED = compiled("founded");
  static final List<Expression> NOT_OUR_FOUNDING = compiled("not-our-founding");
  static final List<Expression> SINCE = compiled("since");
  static final List<Expression> SINCE_WE = compiled("since-we");
  static final List<Expression> SINCE_ELSE = compiled("since-else");
  static final List<Expression> YEARS_ACTIVE = compiled("years-active");
  static final List<Expression> BRANCHES = compiled("branches");
  static final List<Expression> PLACES = compiled("places");
  static final List<Expression> CUSTOMERS = compiled("customers");

  /** The name of two words or more that a sentence on somebody's founding begins with. */
  static final Expression SUBJECT =
      Expression.of(
          "(?:(?:The|A|O|La|El|Die|Der|L['’])\\s)?("
              + NAME
              + ")\\s(?:was|were|foi|fue|wurde|a été|è stata?)\\s");

  /** Words without which neither a place nor a customer is named: looked for first, for speed. */
  static final Expression NAMING =
      Expression.of(
          "[Cc]lient|[Cc]ustomer|CLIENT|CUSTOMER|rusted by|onfia|onfían|erving|e serve|eliver to"
              + "|\\s(?:in|em|en|de)\\s\\p{Lu}",
          Pattern.UNICODE_CASE);

  /** Parts a list of names. */
  static final Expression LIST_COMMA = Expression.of(",\\s(?:(?:e|y|and)\\s)?|\\s(?:e|y|and)\\s");

  private FactPatterns() {}

  private static List<Expression> compiled(String section) {
    return SECTIONS.getOrDefault(section, List.of()).stream().map(FactPatterns::compile).toList();
  }

  private static Expression compile(String line) {
    String filled =
        line.replace("{N}", NUMBER)
            .replace("{Y}", YEAR)
            .replace("{ABOUT}", ABOUT)
            .replace("{LIST}", NAMES);
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return Expression.of(filled.replace("\\b", BOUNDARY), flags);
  }
}
