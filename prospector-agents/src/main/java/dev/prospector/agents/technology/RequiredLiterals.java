package dev.prospector.agents.technology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Finds texts that every match of a JavaScript regular expression must hold, so that the expression
 * need not be tried where they do not occur. What is required is a list of clauses, of each of
 * which one literal must occur. Errs on the side of requiring less.
 */
final class RequiredLiterals {

  private static final int SHORTEST = 3;
  private static final int MOST = 40;

  private final String source;
  private int at;

  private RequiredLiterals(String source) {
    this.source = source;
  }

  /** Returns the clauses of lower case literals; none when a match may hold no literal. */
  static List<List<String>> of(String source) {
    return new RequiredLiterals(source).alternatives();
  }

  /** Reads up to the closing parenthesis or the end. Of alternatives, one clause is made of all. */
  private List<List<String>> alternatives() {
    List<List<String>> first = sequence();
    if (!skip('|')) {
      return first;
    }
    List<String> union = new ArrayList<>(best(first));
    boolean all = !first.isEmpty();
    do {
      List<List<String>> branch = sequence();
      all &= !branch.isEmpty();
      union.addAll(best(branch));
    } while (skip('|'));
    return all && union.size() <= MOST ? List.of(union) : List.of();
  }

  /** Returns the clause that occurs by chance the least: all of its literals are long. */
  private static List<String> best(List<List<String>> clauses) {
    return clauses.stream()
        .max(Comparator.comparingInt(RequiredLiterals::weight))
        .orElse(List.of());
  }

  private static int weight(List<String> clause) {
    return clause.stream().mapToInt(RequiredLiterals::weight).min().orElse(0);
  }

  /** The beginnings of tags and attributes occur on most pages, however long they are. */
  private static int weight(String literal) {
    boolean common = literal.startsWith("<") || literal.endsWith("=") || literal.endsWith("=\"");
    return common ? 1 : literal.length();
  }

  private List<List<String>> sequence() {
    List<List<String>> clauses = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    while (at < source.length() && source.charAt(at) != '|' && source.charAt(at) != ')') {
      char c = source.charAt(at);
      int literal = literal(c);
      if (literal >= 0) {
        run.append((char) literal);
        run.setLength(run.length() - (isOptional() ? 1 : 0));
        if (skipQuantifier()) {
          addRun(run, clauses);
        }
      } else {
        addRun(run, clauses);
        List<List<String>> group = c == '(' ? group() : other(c);
        boolean optional = isOptional();
        skipQuantifier();
        clauses.addAll(optional ? List.of() : group);
      }
    }
    addRun(run, clauses);
    return clauses;
  }

  /** Takes the run as a clause if it is long enough, and empties it. */
  private static void addRun(StringBuilder run, List<List<String>> clauses) {
    if (run.length() >= SHORTEST) {
      clauses.add(List.of(run.toString().toLowerCase(Locale.ROOT)));
    }
    run.setLength(0);
  }

  /** Consumes one literal character, escaped or not, and returns it; -1 when there is none here. */
  private int literal(char c) {
    if (c == '\\') {
      char next = at + 1 < source.length() ? source.charAt(at + 1) : '\\';
      if (Character.isLetterOrDigit(next)) {
        return -1;
      }
      at += 2;
      return next;
    }
    if ("[(.^$".indexOf(c) >= 0 || c >= 128) {
      return -1;
    }
    at++;
    return c;
  }

  private List<List<String>> group() {
    at++;
    boolean plain = true;
    if (skip('?')) {
      boolean lookBehind = skip('<');
      char kind = at < source.length() ? source.charAt(at) : ')';
      plain = kind == ':' && !lookBehind;
      at++;
    }
    List<List<String>> inner = alternatives();
    skip(')');
    return plain ? inner : List.of();
  }

  /** Skips what is neither literal nor group: a class, an escape, a dot or an anchor. */
  private List<List<String>> other(char c) {
    if (c == '\\') {
      at += 2;
    } else if (c == '[') {
      at++;
      while (at < source.length() && source.charAt(at) != ']') {
        at += source.charAt(at) == '\\' ? 2 : 1;
      }
      at++;
    } else {
      at++;
    }
    return List.of();
  }

  private boolean isOptional() {
    char c = at < source.length() ? source.charAt(at) : ' ';
    return c == '?' || c == '*' || source.startsWith("{0", at) || source.startsWith("{,", at);
  }

  private boolean skipQuantifier() {
    int start = at;
    if (at < source.length() && "?*+".indexOf(source.charAt(at)) >= 0) {
      at++;
    } else if (at + 1 < source.length()
        && source.charAt(at) == '{'
        && Character.isDigit(source.charAt(at + 1))) {
      at = Math.max(at + 1, source.indexOf('}', at) + 1);
    }
    boolean quantified = at > start;
    if (quantified) {
      skip('?');
    }
    return quantified;
  }

  private boolean skip(char c) {
    boolean here = at < source.length() && source.charAt(at) == c;
    at += here ? 1 : 0;
    return here;
  }
}
