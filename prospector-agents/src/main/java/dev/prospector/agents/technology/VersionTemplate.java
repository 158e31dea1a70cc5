package dev.prospector.agents.technology;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.List;
import java.util.Optional;

/**
 * How a version is made from a match: text with {@code \1} for groups, and {@code \1?yes:no} for a
 * text that depends on whether a group matched.
 */
record VersionTemplate(String text) {

  private static final int LONGEST = 15;
  private static final Expression CHOICE = Expression.of("\\\\(\\d)\\?([^:]{0,99}):(.{0,99})$");
  private static final Expression EDGE = Expression.of("^[-._/]++|[-._/]++$");
  private static final Expression GROUP = Expression.of("\\\\(\\d)");

  /** Returns the version, or empty when the groups give none or one too long to be true. */
  Optional<String> fill(List<String> groups) {
    Search choice = CHOICE.matcher(text);
    String chosen =
        choice.find()
            ? text.substring(0, choice.start())
                + (group(groups, choice.group(1)).isEmpty() ? choice.group(3) : choice.group(2))
            : text;
    String version = GROUP.matcher(chosen).replaceAll(m -> group(groups, m.group(1))).strip();
    // Some fingerprints take the hyphen before the number along.
    version = EDGE.matcher(version).replaceAll("");
    boolean usable = !version.isEmpty() && version.length() <= LONGEST;
    return usable ? Optional.of(version) : Optional.empty();
  }

  private static String group(List<String> groups, String number) {
    int index = Integer.parseInt(number) - 1;
    return index >= 0 && index < groups.size() ? groups.get(index) : "";
  }
}
