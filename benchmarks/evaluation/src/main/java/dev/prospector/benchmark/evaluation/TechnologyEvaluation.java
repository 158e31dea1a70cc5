package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.technology.Detection;
import dev.prospector.agents.technology.Fingerprints;
import dev.prospector.agents.technology.Sighting.Place;
import dev.prospector.agents.technology.TechnologyDetector;
import dev.prospector.benchmark.halves.Half;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Agreement with what Wappalyzer's MIT rules find on html, scripts and meta entries ({@code
 * tech-silver.jsonl} over the pages of {@code html.tar.xz}), micro-averaged over pages. Our own
 * fingerprints stay out, because those labels cannot know them; implied technologies too.
 */
final class TechnologyEvaluation implements Halved {

  private static final Set<Place> JUDGED = EnumSet.of(Place.HTML, Place.SCRIPT, Place.META);

  @Override
  public String kind() {
    return "technology";
  }

  @Override
  public Score measure(Path folder, Half half) throws IOException {
    Map<String, String> pages = Archive.pagesByPath(folder);
    TechnologyDetector detector = new TechnologyDetector(Fingerprints.wappalyzer());
    JsonMapper json = JsonMapper.builder().build();
    Tally tally = new Tally();
    for (String line : Files.readAllLines(folder.resolve("tech-silver.jsonl"))) {
      JsonNode row = json.readTree(line.isBlank() ? "{}" : line);
      String id = row.path("id").asString("");
      if (!id.isEmpty() && half.holds(id)) {
        Set<String> expected = new TreeSet<>(row.path("detected").propertyNames());
        tally.add(id, expected, detected(detector, pages.getOrDefault(id + ".html", "")));
      }
    }
    return tally.score();
  }

  private static Set<String> detected(TechnologyDetector detector, String html) {
    return detector.detect(html, "").stream()
        .filter(d -> d.sightings().stream().anyMatch(s -> JUDGED.contains(s.place())))
        .map(Detection::technology)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Counts of technologies over pages. */
  private static final class Tally {
    private final List<Score.WrongCase> wrong = new ArrayList<>();
    private long pages;
    private long both;
    private long expectedOnly;
    private long foundOnly;

    void add(String id, Set<String> expected, Set<String> found) {
      pages++;
      Set<String> missed = new TreeSet<>(expected);
      missed.removeAll(found);
      Set<String> surplus = new TreeSet<>(found);
      surplus.removeAll(expected);
      both += expected.size() - missed.size();
      expectedOnly += missed.size();
      foundOnly += surplus.size();
      if (!missed.isEmpty() || !surplus.isEmpty()) {
        wrong.add(new Score.WrongCase(id, missed.toString(), surplus.toString()));
      }
    }

    Score score() {
      Map<String, Long> counts = new LinkedHashMap<>();
      counts.put("pages", pages);
      counts.put("agreed", both);
      counts.put("missed", expectedOnly);
      counts.put("surplus", foundOnly);
      long all = 2 * both + expectedOnly + foundOnly;
      return new Score(counts, Map.of("agreement_f1", all == 0 ? 1 : 2.0 * both / all), wrong);
    }
  }
}
