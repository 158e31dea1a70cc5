package dev.prospector.agents.discovery;

import dev.prospector.candidate.Candidate.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Hosts that are no customer's own site. */
final class NoCompanies {

  private static final String RESOURCE = "no-companies.txt";

  /**
   * Labels right below the country's, or at the end, by which authorities and schools are known.
   */
  private static final Set<String> PUBLIC =
      Set.of("gov", "gob", "gouv", "edu", "ac", "mil", "jus", "leg", "mp");

  private static final Map<String, Verdict> NAMES = read();

  private NoCompanies() {}

  static Optional<Harvest.Judgement> judge(String host) {
    for (String rest = host; rest.indexOf('.') > 0; rest = rest.substring(rest.indexOf('.') + 1)) {
      Verdict verdict = NAMES.get(rest);
      if (verdict == null) {
        verdict = NAMES.get(rest.substring(0, rest.indexOf('.')) + ".*");
        // A name under any suffix is one right before it, as amazon in amazon.com.br.
        verdict = rest.chars().filter(c -> c == '.').count() <= 2 ? verdict : null;
      }
      if (verdict != null) {
        return Optional.of(new Harvest.Judgement(verdict, host + " is " + words(verdict)));
      }
    }
    return isPublic(host)
        ? Optional.of(
            new Harvest.Judgement(
                Verdict.NOT_A_COMPANY, host + " belongs to an authority or a school"))
        : Optional.empty();
  }

  private static String words(Verdict verdict) {
    return verdict == Verdict.MARKETPLACE
        ? "a place where many sell"
        : "a publisher, an encyclopedia or a place for job offers";
  }

  private static boolean isPublic(String host) {
    String[] labels = host.split("\\.");
    int last = labels.length - 1;
    return last > 0
        && (PUBLIC.contains(labels[last])
            || last > 1 && labels[last].length() == 2 && PUBLIC.contains(labels[last - 1]));
  }

  private static Map<String, Verdict> read() {
    Map<String, Verdict> names = new HashMap<>();
    Verdict current = Verdict.NOT_A_COMPANY;
    try (InputStream in =
            Objects.requireNonNull(NoCompanies.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("[")) {
          current = line.equals("[marketplace]") ? Verdict.MARKETPLACE : Verdict.NOT_A_COMPANY;
        } else if (!line.isBlank() && !line.startsWith("#")) {
          names.put(line.strip(), current);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
    return Map.copyOf(names);
  }
}
