package dev.prospector.agents.technology;

import dev.prospector.agents.technology.Sighting.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One pattern of one technology: a regular expression with tags such as {@code \;version:\1} and
 * {@code \;confidence:50}. An empty expression is content with any value.
 */
final class Fingerprint {

  /** An expression whose every match begins with a tag: no alternation outside of groups. */
  private static final Pattern TAG_FIRST =
      Pattern.compile(
          "<(?![?*+{])(?:[^|()\\\\]|\\\\.|\\((?:[^()\\\\]|\\\\.|\\((?:[^()\\\\]|\\\\.)*+\\))*+\\))*+",
          Pattern.DOTALL);

  private static final Pattern TAG = Pattern.compile("\\;", Pattern.LITERAL);

  private final String technology;
  private final Place place;
  private final String regex;
  private final boolean atTags;
  private final int confidence;
  private final Optional<VersionTemplate> version;

  /** Compiled when first needed: most of the thousands never are. Compiling twice does no harm. */
  private volatile @Nullable Pattern pattern;

  Fingerprint(String technology, Place place, String written) {
    String[] parts = written.contains("\\;") ? TAG.split(written, -1) : new String[] {written};
    this.technology = technology;
    this.place = place;
    this.regex = parts[0];
    int stated = 100;
    Optional<VersionTemplate> template = Optional.empty();
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].startsWith("confidence:")) {
        stated = Integer.parseInt(parts[i].substring("confidence:".length()));
      } else if (parts[i].startsWith("version:")) {
        template = Optional.of(new VersionTemplate(parts[i].substring("version:".length())));
      }
    }
    this.atTags = regex.startsWith("<") && TAG_FIRST.matcher(regex).matches();
    this.confidence = stated;
    this.version = template;
  }

  String technology() {
    return technology;
  }

  Place place() {
    return place;
  }

  int confidence() {
    return confidence;
  }

  /** Returns clauses of literals: of each, a match holds at least one. */
  List<List<String>> literals() {
    return RequiredLiterals.of(regex);
  }

  /** Returns the first match in the part of the text; none when it takes too many steps. */
  Optional<Match> find(SteppedText text, int from, int to) {
    if (regex.isEmpty()) {
      return Optional.of(
          new Match(from, to, version.flatMap(template -> template.fill(List.of()))));
    }
    Matcher matcher = pattern().matcher(text).region(from, to);
    text.allow(to - from);
    try {
      boolean found = atTags ? findAtTag(matcher, text.toString(), from, to) : matcher.find();
      return found ? Optional.of(match(matcher)) : Optional.empty();
    } catch (SteppedText.TooManySteps | StackOverflowError e) {
      // Java recurses into repeated groups: a page that drives it too deep counts as no match.
      return Optional.empty();
    } finally {
      text.settle();
    }
  }

  /** As find, for an expression that begins with a tag: looks at those places only. */
  private static boolean findAtTag(Matcher matcher, String text, int from, int to) {
    for (int at = text.indexOf('<', from); at >= 0 && at < to; at = text.indexOf('<', at + 1)) {
      if (matcher.region(at, to).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  private Match match(Matcher matcher) {
    List<String> groups =
        IntStream.rangeClosed(1, matcher.groupCount())
            .mapToObj(i -> matcher.start(i) < 0 ? "" : matcher.group(i))
            .toList();
    return new Match(
        matcher.start(), matcher.end(), version.flatMap(template -> template.fill(groups)));
  }

  private Pattern pattern() {
    Pattern compiled = pattern;
    if (compiled == null) {
      compiled = JsRegex.compile(regex);
      pattern = compiled;
    }
    return compiled;
  }

  /** Where the expression matched, and the version it tells. */
  record Match(int start, int end, Optional<String> version) {}
}
