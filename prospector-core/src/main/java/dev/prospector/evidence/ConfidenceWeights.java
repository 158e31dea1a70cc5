package dev.prospector.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The fitted terms of the standard confidence, in units of log-odds. Read once, when needed. */
final class ConfidenceWeights {

  private static final String RESOURCE = "confidence.properties";

  /** Loaded when the first claim is rated. */
  private static final class Shipped {
    static final ConfidenceWeights WEIGHTS = read();
  }

  private final Map<String, Double> terms;

  private ConfidenceWeights(Map<String, Double> terms) {
    this.terms = terms;
  }

  static ConfidenceWeights shipped() {
    return Shipped.WEIGHTS;
  }

  /** Returns the log-odds of one claim. */
  double of(Claim<?> claim) {
    String placement = claim.placement().name().toLowerCase(Locale.ROOT);
    String field = "field." + claim.field();
    double quoted = claim.derivation() == Derivation.QUOTED ? term("quoted") : 0;
    return terms.getOrDefault(field, term("field")) + term("placement." + placement) + quoted;
  }

  /** Returns what agreement between places of a page adds, per logarithm of their number. */
  double agreement() {
    return term("agreement");
  }

  private double term(String name) {
    Double term = terms.get(name);
    if (term == null) {
      throw new IllegalStateException(RESOURCE + " lacks " + name);
    }
    return term;
  }

  private static ConfidenceWeights read() {
    Properties properties = new Properties();
    try (InputStream in = ConfidenceWeights.class.getResourceAsStream(RESOURCE)) {
      properties.load(java.util.Objects.requireNonNull(in, RESOURCE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Double> terms = new HashMap<>();
    for (String name : properties.stringPropertyNames()) {
      terms.put(name, Double.valueOf(properties.getProperty(name).strip()));
    }
    return new ConfidenceWeights(terms);
  }
}
