package dev.prospector.agents.structured.syntax;

import dev.prospector.agents.internal.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * What the names in RDFa attributes stand for at one place of a page: the prefixes, terms and
 * vocabulary in force there (RDFa Core 1.1, section 7.4, with its initial context).
 *
 * @param base the address that relative references are resolved against
 * @param vocabulary the vocabulary of plain terms, or empty
 * @param prefixes the IRI of each prefix, in lower case
 * @param xhtml whether the reserved link words of XHTML are terms, too
 */
public record RdfaNames(
    String base, String vocabulary, Map<String, String> prefixes, boolean xhtml) {

  public static final String XHV = "http://www.w3.org/1999/xhtml/vocab#";

  private static final Map<String, String> INITIAL = initial();
  private static final Map<String, String> TERMS =
      Map.of(
          "describedby", "http://www.w3.org/2007/05/powder-s#describedby",
          "license", XHV + "license",
          "role", XHV + "role");
  private static final Set<String> XHTML_TERMS =
      Set.of(
          "alternate appendix bookmark cite chapter contents copyright first glossary help icon"
              .concat(" index last license meta next p3pv1 prev previous role section start")
              .concat(" stylesheet subsection top up")
              .split(" "));
  private static final Expression TERM = Expression.of("[\\p{L}_][\\p{L}\\p{N}_./-]*+");

  static RdfaNames initial(String base, boolean xhtml) {
    return new RdfaNames(base, "", INITIAL, xhtml);
  }

  private static Map<String, String> initial() {
    Map<String, String> prefixes = new HashMap<>();
    for (String line : Table.lines("rdfa-prefixes.txt")) {
      int blank = line.indexOf(' ');
      prefixes.put(line.substring(0, blank), line.substring(blank + 1));
    }
    return Map.copyOf(prefixes);
  }

  /** Returns the names in force inside an element, given those around it. */
  RdfaNames inside(Element element) {
    String vocab = element.hasAttr("vocab") ? element.attr("vocab").strip() : vocabulary;
    if (element.hasAttr("vocab") && !vocab.isEmpty()) {
      vocab = Reference.resolve(base, vocab);
    }
    Map<String, String> declared = new HashMap<>(0);
    for (Attribute attribute : element.attributes()) {
      if (attribute.getKey().startsWith("xmlns:")) {
        String prefix = attribute.getKey().substring(6).toLowerCase(Locale.ROOT);
        declared.put(prefix, attribute.getValue().strip());
      }
    }
    declarePrefixes(element.attr("prefix"), declared);
    Map<String, String> all = prefixes;
    if (!declared.isEmpty() && prefixes.size() < 1_000) {
      all = new HashMap<>(prefixes);
      all.putAll(declared);
    }
    return new RdfaNames(base, vocab, all, xhtml);
  }

  private static void declarePrefixes(String attribute, Map<String, String> declared) {
    List<String> words = Words.of(attribute);
    for (int i = 0; i + 1 < words.size(); i++) {
      String word = words.get(i);
      if (word.endsWith(":") && word.length() > 1) {
        String prefix = word.substring(0, word.length() - 1).toLowerCase(Locale.ROOT);
        declared.put(prefix, words.get(i + 1));
        i++;
      }
    }
  }

  /** Returns the IRIs of a list of terms, compact IRIs and absolute IRIs. */
  List<String> iris(String attribute) {
    List<String> iris = new ArrayList<>();
    for (String word : Words.of(attribute)) {
      iri(word).ifPresent(iris::add);
    }
    return iris;
  }

  private Optional<String> iri(String word) {
    if (word.indexOf(':') >= 0) {
      return Optional.of(compact(word).orElse(word));
    }
    if (!TERM.matcher(word).matches()) {
      return Optional.empty();
    }
    if (!vocabulary.isEmpty()) {
      return Optional.of(vocabulary + word);
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (xhtml && XHTML_TERMS.contains(lower)) {
      return Optional.of(XHV + lower);
    }
    return Optional.ofNullable(TERMS.get(lower));
  }

  /** Returns what {@code about} or {@code resource} points to; empty for a broken safe CURIE. */
  Optional<String> resource(String written) {
    String reference = written.strip();
    if (reference.startsWith("[") && reference.endsWith("]")) {
      return compact(reference.substring(1, reference.length() - 1));
    }
    return Optional.of(compact(reference).orElseGet(() -> Reference.resolve(base, reference)));
  }

  private Optional<String> compact(String word) {
    int colon = word.indexOf(':');
    if (colon < 0 || word.startsWith("//", colon + 1)) {
      return Optional.empty();
    }
    String prefix = word.substring(0, colon).toLowerCase(Locale.ROOT);
    if (prefix.equals("_")) {
      return Optional.of("_:" + word.substring(2));
    }
    String iri = prefix.isEmpty() ? XHV : prefixes.get(prefix);
    return Optional.ofNullable(iri).map(start -> start + word.substring(colon + 1));
  }
}
