package dev.prospector.agents.structured.syntax;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Reads dates and times, put together from parts by the value class pattern where need be
 * (microformats.org/wiki/value-class-pattern). A time without a date takes the date read before it.
 */
final class MicroformatDates {

  private static final Expression DATE = Expression.of("\\d{4}-(?:\\d{2}-\\d{2}|\\d{3}|\\d{2})");
  private static final Expression TIME =
      Expression.of(
          "(\\d{1,2})(?::(\\d{2}))?(?::(\\d{2}))?\\s{0,3}([ap]\\.?m\\.?)?\\s{0,3}"
              + "(Z|[+-]\\d{1,2}(?::?\\d{2})?)?",
          Pattern.CASE_INSENSITIVE);
  private static final Expression ZONE = Expression.of("(Z)|([+-])(\\d{1,2})(?::?(\\d{2}))?");
  private static final Expression WHOLE =
      Expression.of("(\\d{4}-(?:\\d{2}-\\d{2}|\\d{3}))[T ](\\S.{0,30})");

  private String lastDate = "";

  /** Returns the date of an element; {@code text} is what it reads when no attribute says more. */
  String of(Element element, String text) {
    List<String> parts = parts(element);
    if (!parts.isEmpty()) {
      return joined(parts);
    }
    String written = single(element).orElse(text);
    if (DATE.matcher(written).lookingAt()) {
      lastDate = written.split("[T ]", 2)[0];
      return written;
    }
    boolean clock = written.indexOf(':') > 0 && TIME.matcher(written).matches();
    return clock && !lastDate.isEmpty() ? lastDate + " " + time(written) : written;
  }

  private static Optional<String> single(Element element) {
    return MicroformatValue.attribute(element, List.of("time", "ins", "del"), "datetime")
        .or(() -> MicroformatValue.attribute(element, List.of("abbr"), "title"))
        .or(() -> MicroformatValue.attribute(element, List.of("data", "input"), "value"));
  }

  private static List<String> parts(Element element) {
    List<String> parts = new ArrayList<>();
    for (Element child : element.children()) {
      List<String> classes = Words.of(child.attr("class"));
      if (classes.contains("value")) {
        parts.add(part(child).strip());
      } else if (classes.contains("value-title")) {
        parts.add(child.attr("title").strip());
      }
    }
    return parts;
  }

  private static String part(Element child) {
    return MicroformatValue.attribute(child, List.of("img", "area"), "alt")
        .or(() -> single(child))
        .orElseGet(() -> NodeText.content(child));
  }

  private String joined(List<String> parts) {
    String date = "";
    String time = "";
    String zone = "";
    for (String part : parts) {
      Search whole = WHOLE.matcher(part);
      if (whole.matches()) {
        date = whole.group(1);
        time = time(whole.group(2));
      } else if (date.isEmpty() && DATE.matcher(part).matches()) {
        date = part;
      } else if (ZONE.matcher(part).matches()) {
        zone = zone(part);
      } else if (time.isEmpty() && TIME.matcher(part).matches()) {
        time = time(part);
      }
    }
    if (date.isEmpty() && time.isEmpty()) {
      return String.join("", parts);
    }
    lastDate = date.isEmpty() ? lastDate : date;
    return (lastDate + " " + time + zone).strip();
  }

  private static String time(String written) {
    Search parts = TIME.matcher(written);
    if (!parts.matches()) {
      return written;
    }
    int hour = Integer.parseInt(parts.group(1));
    if (parts.has(4)) {
      boolean afternoon = parts.group(4).toLowerCase(Locale.ROOT).startsWith("p");
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    String minutes = !parts.has(2) ? "00" : parts.group(2);
    String seconds = !parts.has(3) ? "" : ":" + parts.group(3);
    String zone = !parts.has(5) ? "" : zone(parts.group(5));
    return String.format(Locale.ROOT, "%02d:%s%s%s", hour, minutes, seconds, zone);
  }

  private static String zone(String written) {
    Search parts = ZONE.matcher(written);
    if (!parts.matches() || parts.has(1)) {
      return written.toUpperCase(Locale.ROOT);
    }
    int hours = Integer.parseInt(parts.group(3));
    String minutes = !parts.has(4) ? "00" : parts.group(4);
    return String.format(Locale.ROOT, "%s%02d%s", parts.group(2), hours, minutes);
  }
}
