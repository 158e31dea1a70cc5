package dev.prospector.agents.structured.syntax;

import dev.prospector.agents.structured.item.Sequence;
import dev.prospector.agents.structured.item.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an element takes over from those around it (RDFa Core 1.1, section 7.5, "evaluation
 * context").
 *
 * @param names the names in force
 * @param language the language in force, or empty
 * @param subject the parent subject
 * @param object the parent object
 * @param incomplete the statements that still miss one end
 * @param lists the lists that are being gathered for the subject
 */
record RdfaContext(
    RdfaNames names,
    String language,
    String subject,
    String object,
    List<Incomplete> incomplete,
    Lists lists) {

  static RdfaContext start(String base, boolean xhtml) {
    return new RdfaContext(
        RdfaNames.initial(base, xhtml), "", base, base, List.of(), new Lists(base));
  }

  RdfaContext in(RdfaNames insideNames, String insideLanguage) {
    return new RdfaContext(insideNames, insideLanguage, subject, object, incomplete, lists);
  }

  /** A statement whose other end is the next subject found below. */
  record Incomplete(String property, Direction direction) {}

  /** Which end of an incomplete statement is missing. */
  enum Direction {
    FORWARD,
    REVERSE,
    LIST
  }

  /** The lists of one subject, by property. */
  static final class Lists {
    private final String subject;
    private final Map<String, List<Value>> values = new LinkedHashMap<>();

    Lists(String subject) {
      this.subject = subject;
    }

    List<Value> of(String property) {
      return values.computeIfAbsent(property, p -> new ArrayList<>());
    }

    void close(RdfaGraph graph) {
      values.forEach((property, list) -> graph.add(subject, property, new Sequence(list)));
      values.clear();
    }
  }
}
