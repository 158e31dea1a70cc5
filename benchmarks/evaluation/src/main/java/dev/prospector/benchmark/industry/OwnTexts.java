package dev.prospector.benchmark.industry;

import dev.prospector.agents.company.industry.Industry;
import dev.prospector.agents.company.industry.IndustryFeatures;
import dev.prospector.agents.page.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Texts written for this project that are trained on beside the companies: the lines of the
 * glossary and the profiles of invented companies. They teach words that the companies' texts
 * happen to leave out.
 */
final class OwnTexts {

  private OwnTexts() {}

  static List<Sample> samples() throws IOException {
    List<Sample> samples = new ArrayList<>();
    read(IndustryFeatures.class, "glossary.txt", samples);
    read(OwnTexts.class, "profiles.txt", samples);
    return samples;
  }

  /** Reads lines under headers that begin with the name of an industry; {@code [-]} has none. */
  private static void read(Class<?> neighbour, String resource, List<Sample> samples)
      throws IOException {
    String industry = "-";
    for (String line : text(neighbour, resource).lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        industry = line.substring(1, line.length() - 1).split(" ", 2)[0];
      } else if (!line.isEmpty() && !line.startsWith("#") && !industry.equals("-")) {
        String english = line.split("\\|", 2)[0];
        IndustryFeatures features = IndustryFeatures.of("", english, Language.ENGLISH);
        samples.add(new Sample(features.counts(), Industry.valueOf(industry).ordinal()));
      }
    }
  }

  private static String text(Class<?> neighbour, String resource) throws IOException {
    try (InputStream in = neighbour.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
