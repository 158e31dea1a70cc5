package dev.prospector.agents.technology;

import dev.prospector.agents.technology.ResponseText.Part;
import dev.prospector.agents.technology.Sighting.Place;
import java.util.List;
import java.util.Locale;

/**
 * Finds the addresses of scripts and the contents of meta elements, with their places, in one pass.
 * Those in comments count too: conditional comments for old browsers are how much of them is
 * loaded.
 */
final class TagScanner {

  private final String html;
  private int at;

  TagScanner(String html, int from) {
    this.html = html;
    this.at = from;
  }

  void scan(List<Part> parts) {
    for (at = html.indexOf('<', at); at >= 0; at = html.indexOf('<', at)) {
      if (isTag("script")) {
        at += "<script".length();
        script(parts);
      } else if (isTag("meta")) {
        at += "<meta".length();
        meta(parts);
      } else {
        at++;
      }
    }
  }

  private boolean isTag(String name) {
    int end = at + 1 + name.length();
    return html.regionMatches(true, at + 1, name, 0, name.length())
        && end < html.length()
        && (isSpace(html.charAt(end)) || html.charAt(end) == '/');
  }

  private void script(List<Part> parts) {
    for (Attribute a = next(); !a.isEnd(); a = next()) {
      if ((a.is("src") || a.is("data-src")) && a.end() > a.start()) {
        parts.add(new Part(Place.SCRIPT, "", a.start(), a.end()));
      }
    }
  }

  private void meta(List<Part> parts) {
    String name = "";
    int start = -1;
    int end = -1;
    for (Attribute a = next(); !a.isEnd(); a = next()) {
      if (name.isEmpty() && (a.is("name") || a.is("property"))) {
        name = html.substring(a.start(), a.end()).strip().toLowerCase(Locale.ROOT);
      } else if (a.is("content")) {
        start = a.start();
        end = a.end();
      }
    }
    if (!name.isEmpty() && start >= 0) {
      parts.add(new Part(Place.META, name, start, end));
    }
  }

  /** Reads the next attribute of the tag; at the tag's end returns one without name. */
  private Attribute next() {
    while (at < html.length() && (isSpace(html.charAt(at)) || html.charAt(at) == '/')) {
      at++;
    }
    int nameStart = at;
    while (at < html.length() && isName(html.charAt(at))) {
      at++;
    }
    String name = html.substring(nameStart, at);
    if (name.isEmpty()) {
      boolean stray = at < html.length() && html.charAt(at) != '>' && html.charAt(at) != '<';
      at += stray ? 1 : 0;
      return new Attribute(stray ? "?" : "", at, at);
    }
    skipSpaces();
    if (at >= html.length() || html.charAt(at) != '=') {
      return new Attribute(name, at, at);
    }
    at++;
    skipSpaces();
    return value(name);
  }

  private Attribute value(String name) {
    char quote = at < html.length() ? html.charAt(at) : ' ';
    int start = at;
    if (quote == '"' || quote == '\'') {
      start++;
      int end = html.indexOf(quote, start);
      int close = end < 0 ? html.length() : end;
      at = Math.min(html.length(), close + 1);
      return new Attribute(name, start, close);
    }
    while (at < html.length() && !isSpace(html.charAt(at)) && html.charAt(at) != '>') {
      at++;
    }
    return new Attribute(name, start, at);
  }

  private void skipSpaces() {
    while (at < html.length() && isSpace(html.charAt(at))) {
      at++;
    }
  }

  private static boolean isName(char c) {
    return !isSpace(c) && c != '=' && c != '>' && c != '<' && c != '/' && c != '"' && c != '\'';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  /** An attribute's name and the place of its value. */
  private record Attribute(String name, int start, int end) {
    boolean is(String other) {
      return name.equalsIgnoreCase(other);
    }

    boolean isEnd() {
      return name.isEmpty();
    }
  }
}
