package dev.prospector.agents.structured.syntax;

import dev.prospector.agents.structured.item.Allowance;
import dev.prospector.agents.structured.item.Item;
import dev.prospector.agents.structured.item.Text;
import dev.prospector.agents.structured.item.Value;
import dev.prospector.agents.structured.syntax.RdfaContext.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads the RDFa of a page by the steps of RDFa Core 1.1, section 7.5, with what HTML+RDFa adds;
 * pages that declare XHTML+RDFa 1.0 are read by the rules of that version.
 */
public final class Rdfa {

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "about",
          "href",
          "inlist",
          "prefix",
          "property",
          "rel",
          "resource",
          "rev",
          "src",
          "typeof",
          "vocab",
          "xml:lang");

  private final String base;
  private final boolean old;
  private final RdfaGraph graph = new RdfaGraph();

  private Rdfa(String base, boolean old) {
    this.base = base;
    this.old = old;
  }

  public static List<Item> items(Document page, String base) {
    Element root = page.firstElementChild();
    if (root == null) {
      return List.of();
    }
    String version = declared(page, root);
    Rdfa reader = new Rdfa(base, version.contains("XHTML+RDFa 1.0"));
    RdfaContext start = RdfaContext.start(base, version.contains("XHTML+RDFa"));
    reader.read(root, start, 0);
    start.lists().close(reader.graph);
    return reader.graph.items();
  }

  private static String declared(Document page, Element root) {
    DocumentType type = page.documentType();
    return root.attr("version") + (type == null ? "" : " " + type.publicId());
  }

  private void read(Element element, RdfaContext around, int depth) {
    if (depth > Allowance.DEPTH || graph.full()) {
      return;
    }
    if (isPlain(element)) {
      readAll(element, around, depth);
      return;
    }
    RdfaContext context = around.in(names(element, around), language(element, around));
    RdfaElement attributes = new RdfaElement(element, context.names());
    Subjects subjects = subjects(element, attributes, context);
    types(element, attributes, subjects, context);
    RdfaContext inner = statements(element, attributes, subjects, context);
    readAll(element, inner, depth);
    if (inner.lists() != context.lists()) {
      inner.lists().close(graph);
    }
  }

  private void readAll(Element element, RdfaContext inner, int depth) {
    for (int i = 0; i < element.childNodeSize(); i++) {
      if (element.childNode(i) instanceof Element child) {
        read(child, inner, depth + 1);
      }
    }
  }

  // Most elements say nothing in RDFa and hand on what they take over.
  private static boolean isPlain(Element element) {
    if (element.attributesSize() == 0) {
      return true;
    }
    for (Attribute attribute : element.attributes()) {
      String name = attribute.getKey();
      if (ATTRIBUTES.contains(name) || name.startsWith("xmlns:")) {
        return false;
      }
    }
    return true;
  }

  private RdfaNames names(Element element, RdfaContext around) {
    RdfaNames names = around.names().inside(element);
    if (element.hasAttr("vocab") && !names.vocabulary().isEmpty()) {
      graph.add(base, RdfaGraph.USES_VOCABULARY, Text.url(names.vocabulary()));
    }
    return names;
  }

  private static String language(Element element, RdfaContext around) {
    return element.hasAttr("xml:lang") ? element.attr("xml:lang").strip() : around.language();
  }

  /** What an element speaks of: steps 5 and 6. */
  private record Subjects(
      @Nullable String subject, @Nullable String object, @Nullable String typed, boolean skip) {}

  private Subjects subjects(Element element, RdfaElement attributes, RdfaContext context) {
    boolean linked = attributes.links("rel").isPresent() || attributes.links("rev").isPresent();
    if (linked) {
      return linkedSubjects(element, attributes, context);
    }
    boolean property = attributes.has("property");
    if (property && !old && !attributes.has("content") && !attributes.has("datatype")) {
      return propertySubjects(element, attributes, context);
    }
    boolean typed = attributes.has("typeof");
    Optional<String> own = attributes.about().or(attributes::target);
    if (own.isPresent()) {
      return new Subjects(own.get(), null, typed ? own.get() : null, false);
    }
    if (typed && !isFrame(element)) {
      String blank = graph.blank();
      return new Subjects(blank, null, blank, false);
    }
    String subject = context.object();
    return new Subjects(subject, null, typed ? subject : null, !property && !typed);
  }

  // The root, the head and the body speak of the page unless they say otherwise.
  private static boolean isFrame(Element element) {
    String name = element.normalName();
    return name.equals("html") || name.equals("head") || name.equals("body");
  }

  private Subjects propertySubjects(Element element, RdfaElement attributes, RdfaContext context) {
    Optional<String> about = attributes.about();
    String subject = about.orElse(context.object());
    if (!attributes.has("typeof")) {
      return new Subjects(subject, null, null, false);
    }
    if (about.isPresent() || isFrame(element)) {
      return new Subjects(subject, null, subject, false);
    }
    String typed = attributes.target().orElseGet(graph::blank);
    return new Subjects(subject, typed, typed, false);
  }

  private Subjects linkedSubjects(Element element, RdfaElement attributes, RdfaContext context) {
    boolean typeof = attributes.has("typeof");
    if (old) {
      Optional<String> own = attributes.about().or(() -> attributes.link("src"));
      String subject =
          own.orElseGet(() -> typeof && !isFrame(element) ? graph.blank() : context.object());
      String object = attributes.resource().or(() -> attributes.link("href")).orElse(null);
      return new Subjects(subject, object, typeof ? subject : null, false);
    }
    Optional<String> about = attributes.about();
    Optional<String> target = attributes.target();
    boolean typesTarget = typeof && about.isEmpty();
    String object = target.orElseGet(() -> typesTarget ? graph.blank() : "");
    String subject = about.orElse(context.object());
    String typed = typesTarget ? object : subject;
    boolean none = target.isEmpty() && !typesTarget;
    return new Subjects(subject, none ? null : object, typeof ? typed : null, false);
  }

  private void types(
      Element element, RdfaElement attributes, Subjects subjects, RdfaContext context) {
    String typed = subjects.typed();
    if (typed != null && attributes.has("typeof")) {
      for (String type : context.names().iris(element.attr("typeof"))) {
        graph.add(typed, RdfaGraph.TYPE, Text.url(type));
      }
    }
  }

  /** Makes the element's statements (steps 8 to 12) and returns the context of its content. */
  private RdfaContext statements(
      Element element, RdfaElement attributes, Subjects subjects, RdfaContext context) {
    String subject = subjects.subject() == null ? context.object() : subjects.subject();
    boolean same = subject.equals(context.object());
    RdfaContext.Lists lists = same ? context.lists() : new RdfaContext.Lists(subject);
    List<RdfaContext.Incomplete> incomplete = new ArrayList<>();
    String object = links(attributes, subjects, subject, lists, incomplete, context);
    for (String property : context.names().iris(element.attr("property"))) {
      Value value = value(attributes, subjects, context.language());
      if (attributes.has("inlist")) {
        lists.of(property).add(value);
      } else {
        graph.add(subject, property, value);
      }
    }
    if (subjects.skip()) {
      return context;
    }
    complete(context, subject);
    return new RdfaContext(context.names(), context.language(), subject, object, incomplete, lists);
  }

  /** Makes the statements of rel and rev; returns the parent object of the element's content. */
  private String links(
      RdfaElement attributes,
      Subjects subjects,
      String subject,
      RdfaContext.Lists lists,
      List<RdfaContext.Incomplete> incomplete,
      RdfaContext context) {
    String object = subjects.object();
    if (object == null && attributes.links("rel").or(() -> attributes.links("rev")).isEmpty()) {
      return subject;
    }
    List<String> forward = context.names().iris(attributes.links("rel").orElse(""));
    List<String> reverse = context.names().iris(attributes.links("rev").orElse(""));
    boolean list = attributes.has("inlist");
    if (object == null) {
      incomplete.addAll(incomplete(forward, list ? Direction.LIST : Direction.FORWARD));
      incomplete.addAll(incomplete(reverse, Direction.REVERSE));
      return graph.blank();
    }
    for (String property : forward) {
      if (list) {
        lists.of(property).add(Text.url(object));
      } else {
        graph.add(subject, property, Text.url(object));
      }
    }
    reverse.forEach(property -> graph.add(object, property, Text.url(subject)));
    return object;
  }

  private static List<RdfaContext.Incomplete> incomplete(List<String> links, Direction direction) {
    return links.stream().map(link -> new RdfaContext.Incomplete(link, direction)).toList();
  }

  private Value value(RdfaElement attributes, Subjects subjects, String language) {
    boolean linked = attributes.links("rel").isPresent() || attributes.links("rev").isPresent();
    boolean literal = old || attributes.has("datatype") || attributes.has("content");
    if (!literal && !linked) {
      Optional<String> target = attributes.target();
      if (target.isPresent()) {
        return Text.url(target.get());
      }
    }
    String typed = subjects.typed();
    if (!literal && typed != null && !attributes.has("about")) {
      return Text.url(typed);
    }
    return attributes.literal(language, old);
  }

  private void complete(RdfaContext context, String subject) {
    for (RdfaContext.Incomplete open : context.incomplete()) {
      switch (open.direction()) {
        case FORWARD -> graph.add(context.subject(), open.property(), Text.url(subject));
        case REVERSE -> graph.add(subject, open.property(), Text.url(context.subject()));
        case LIST -> context.lists().of(open.property()).add(Text.url(subject));
      }
    }
  }
}
