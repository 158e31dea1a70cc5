package dev.prospector.adapter.imports.internal.row;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits one record into its values, by RFC 4180 and, where that fails, by what people meant.
 * Confined to one record.
 */
final class CsvSplitter {

  /** How quotation marks are understood. */
  enum Quotes {
    /** By the standard: a closing mark is followed by a delimiter. */
    STRICT,
    /** A mark inside a quoted value that no delimiter follows belongs to the value. */
    INNER,
    /** As any other character. */
    LITERAL
  }

  /** How far the record has come. */
  enum State {
    /** Nothing is open: the record can end here. */
    COMPLETE,
    /** A quoted value goes on in the next line. */
    OPEN,
    /** Something other than a delimiter follows a closing mark. */
    MALFORMED
  }

  private final char delimiter;
  private final Quotes quotes;
  private final List<String> values = new ArrayList<>();
  private final StringBuilder value = new StringBuilder();
  private State state = State.COMPLETE;

  CsvSplitter(char delimiter, Quotes quotes) {
    this.delimiter = delimiter;
    this.quotes = quotes;
  }

  /** Returns the values of a record of one line, read as given. */
  static List<String> split(String line, char delimiter, Quotes quotes) {
    CsvSplitter splitter = new CsvSplitter(delimiter, quotes);
    splitter.add(line);
    return splitter.values();
  }

  /** Adds the record's next line. */
  State add(String line) {
    int at = 0;
    if (state == State.OPEN) {
      value.append('\n');
      at = quoted(line, 0);
    } else {
      at = field(line, 0);
    }
    while (at >= 0 && at < line.length() && state == State.COMPLETE) {
      at = field(line, at + 1);
    }
    return state;
  }

  List<String> values() {
    return values;
  }

  int length() {
    return value.length();
  }

  /** Reads one value; returns the index of the delimiter after it, or the line's length. */
  private int field(String line, int start) {
    value.setLength(0);
    int first = start;
    while (first < line.length() && line.charAt(first) == ' ') {
      first++;
    }
    if (quotes != Quotes.LITERAL && first < line.length() && line.charAt(first) == '"') {
      return quoted(line, first + 1);
    }
    int end = line.indexOf(delimiter, start);
    end = end < 0 ? line.length() : end;
    values.add(line.substring(start, end));
    return end;
  }

  private int quoted(String line, int start) {
    int at = start;
    while (true) {
      int mark = line.indexOf('"', at);
      if (mark < 0) {
        value.append(line, at, line.length());
        state = State.OPEN;
        return -1;
      }
      value.append(line, at, mark);
      if (mark + 1 < line.length() && line.charAt(mark + 1) == '"') {
        value.append('"');
        at = mark + 2;
        continue;
      }
      int after = skipSpaces(line, mark + 1);
      if (after == line.length() || line.charAt(after) == delimiter) {
        state = State.COMPLETE;
        values.add(value.toString());
        return after;
      }
      if (quotes == Quotes.STRICT) {
        state = State.MALFORMED;
        return -1;
      }
      value.append('"');
      at = mark + 1;
    }
  }

  private static int skipSpaces(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
