package dev.prospector.agents.technology;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.technology.Sighting.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The parts of a response's source text: header lines if it begins with any, cookies among them,
 * and the body with its script addresses and meta entries. Parts are places in the text.
 */
final class ResponseText {

  /** Characters that are read; no fingerprint needs more of a page. */
  static final int LONGEST = 1_000_000;

  private static final Expression HEADER_LINE =
      Expression.of(
          "(?<![^\\n])(?:HTTP/[\\d.]{1,3} [^\\n]{0,200}|([A-Za-z0-9_-]{1,60}+):[ \\t]{0,9}+([^\\r\\n]{0,8000}+))\\r?(?:\\n|$)");

  private final String source;
  private final List<Part> parts = new ArrayList<>();
  private final int bodyStart;

  ResponseText(String source) {
    this.source = source.length() > LONGEST ? source.substring(0, LONGEST) : source;
    this.bodyStart = readHeaders();
    new TagScanner(this.source, bodyStart).scan(parts);
  }

  String text() {
    return source;
  }

  int bodyStart() {
    return bodyStart;
  }

  /** Returns the headers, cookies, scripts and meta entries in order of their places. */
  List<Part> parts() {
    return parts;
  }

  /** Reads header lines up to a blank line; a text with another line before it has no headers. */
  private int readHeaders() {
    List<Part> headers = new ArrayList<>();
    Search line = HEADER_LINE.matcher(source);
    int at = 0;
    while (line.region(at, source.length()).lookingAt()) {
      if (line.has(1)) {
        addHeader(line.group(1).toLowerCase(Locale.ROOT), line.start(2), line.end(2), headers);
      }
      at = line.end();
    }
    boolean blank = source.startsWith("\n", at) || source.startsWith("\r\n", at);
    if (at > 0 && (blank || at == source.length())) {
      parts.addAll(headers);
      return at;
    }
    return 0;
  }

  private void addHeader(String name, int start, int end, List<Part> headers) {
    headers.add(new Part(Place.HEADER, name, start, end));
    int equals = source.indexOf('=', start);
    if (name.equals("set-cookie") && equals > start && equals < end) {
      int semicolon = source.indexOf(';', equals);
      String cookie = source.substring(start, equals).strip().toLowerCase(Locale.ROOT);
      int valueEnd = semicolon < 0 || semicolon > end ? end : semicolon;
      headers.add(new Part(Place.COOKIE, cookie, equals + 1, valueEnd));
    }
  }

  /** A value in the source text, with its lower case name; scripts have none. */
  record Part(Place place, String name, int start, int end) {}
}
