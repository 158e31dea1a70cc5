package dev.prospector.agents.address;

import crawlercommons.filters.basic.BasicURLNormalizer;
import dev.prospector.agents.internal.Expression;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One form for all addresses of a page, as crawlers normalise them. Only the escaping is
 * crawler-commons': its whole normalizer fails on a query after an escaped path.
 */
final class CanonicalForm {

  private static final Expression SLASHES = Expression.of("//+");
  private static final Expression AMPERSAND = Expression.of("&", Pattern.LITERAL);
  private static final Set<String> TRACKING = trackingParameters();

  private CanonicalForm() {}

  static String of(WebAddress address) {
    String path = SLASHES.matcher(uniform(address.path())).replaceAll("/");
    return new WebAddress(
            address.scheme(),
            withoutRoot(address.host()),
            address.port(),
            path,
            search(address.search()),
            "")
        .href();
  }

  private static String uniform(String text) {
    // Escaping first, so that a lone percent sign cannot become part of an escape.
    String escaped = BasicURLNormalizer.escapePath(text);
    return BasicURLNormalizer.escapePath(BasicURLNormalizer.unescapePath(escaped));
  }

  /** Parameters in order of their names; those of one name keep their order, which may matter. */
  private static String search(String search) {
    String parameters =
        AMPERSAND.split(search.isEmpty() ? "" : search.substring(1)).stream()
            .map(CanonicalForm::parameter)
            .filter(parameter -> !parameter.isEmpty())
            .sorted(Comparator.comparing(CanonicalForm::name))
            .collect(Collectors.joining("&"));
    return parameters.isEmpty() ? "" : "?" + parameters;
  }

  private static String parameter(String written) {
    String parameter = uniform(written);
    String name = name(parameter);
    if (name.isEmpty() || TRACKING.contains(name)) {
      return "";
    }
    return parameter.length() == name.length() + 1 ? name : parameter;
  }

  private static String name(String parameter) {
    int equals = parameter.indexOf('=');
    return equals < 0 ? parameter : parameter.substring(0, equals);
  }

  /** Drops the dot of the root; a host that ends in an empty label is left as it is. */
  private static String withoutRoot(String host) {
    boolean rooted = host.length() > 1 && host.endsWith(".") && !host.endsWith("..");
    return rooted ? host.substring(0, host.length() - 1) : host;
  }

  private static Set<String> trackingParameters() {
    String name = "tracking-parameters.txt";
    try (InputStream in =
        Objects.requireNonNull(CanonicalForm.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
