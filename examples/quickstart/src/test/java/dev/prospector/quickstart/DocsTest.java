package dev.prospector.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Java in the manual is code that is compiled and run: each sample names the region it shows. */
class DocsTest {

  private static final List<Path> SOURCES =
      List.of(
          BundledData.ROOT.resolve("examples/quickstart/src"),
          BundledData.ROOT.resolve("examples/crm-embedding/src"));
  private static final Pattern SAMPLE =
      Pattern.compile("(?:<!-- sample: (\\S+)#(\\S+) -->\\n)?```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]*)(?:#([^)]*))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  @Test
  void everySampleIsTheRegionItNames() throws IOException {
    int samples = 0;
    for (Path page : pages()) {
      Matcher sample = SAMPLE.matcher(Files.readString(page));
      while (sample.find()) {
        assertThat(sample.group(1)).as("%s: a sample names its source", page).isNotNull();
        assertThat(sample.group(3).strip())
            .as("%s: %s#%s", page, sample.group(1), sample.group(2))
            .isEqualTo(region(sample.group(1), sample.group(2)));
        samples++;
      }
    }
    assertThat(samples).isGreaterThan(5);
  }

  @Test
  void everyLinkLeadsToAFileAndToAHeadingOfIt() throws IOException {
    for (Path page : pages()) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        String file = link.group(1);
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        assertThat(target).as("%s", page).exists();
        if (link.group(2) != null) {
          assertThat(anchors(target)).as("%s", page).contains(link.group(2));
        }
      }
    }
  }

  @Test
  void theProgramOfTheReadmeIsUnderFifteenLines() throws IOException {
    assertThat(region("Quickstart", "quickstart").lines().count()).isLessThan(15);
  }

  /** Headings as they stand in a link: small letters and digits, hyphens for blanks. */
  private static List<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(Files.readString(page))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", ""))
        .map(heading -> heading.replace(' ', '-'))
        .toList();
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(BundledData.ROOT.resolve("README.md")));
    try (Stream<Path> docs = Files.walk(BundledData.ROOT.resolve("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  private static String region(String type, String name) throws IOException {
    Path source = source(type);
    List<String> lines = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(source)) {
      if (line.strip().equals("// endregion")) {
        inside = false;
      }
      if (inside) {
        lines.add(line);
      }
      if (line.strip().equals("// region " + name)) {
        inside = true;
      }
    }
    // A blank last line would count as one without an indent.
    return String.join("\n", lines).stripTrailing().stripIndent().strip();
  }

  private static Path source(String type) throws IOException {
    for (Path root : SOURCES) {
      try (Stream<Path> files = Files.walk(root)) {
        Optional<Path> found = files.filter(f -> f.endsWith(type + ".java")).findFirst();
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    throw new AssertionError("a sample names a source that there is not: " + type);
  }
}
