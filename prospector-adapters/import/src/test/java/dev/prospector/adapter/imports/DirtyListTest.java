package dev.prospector.adapter.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Lead;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists as bad as they come, generated from written seeds. */
class DirtyListTest {

  private static final String[] BITS = {
    "\"",
    "\"\"",
    ",",
    ";",
    "\t",
    "|",
    "\n",
    "\r",
    "\r\n",
    " ",
    "é",
    "😀",
    "=",
    "a.example",
    "http://",
    "Acme",
    "\u0000",
    "\ufeff",
    "{",
    "}",
    "[",
    "]",
    ":",
    "\\",
    "name",
    "42",
    "null",
    "www.b.example"
  };

  @TempDir Path folder;

  @Test
  void nothingInAListMakesReadingFail() throws IOException {
    Random random = new Random(7);
    for (String name : List.of("x.csv", "x.jsonl", "x.json")) {
      for (int round = 0; round < 150; round++) {
        Path file = folder.resolve(name);
        Files.writeString(file, start(name) + dirt(random), StandardCharsets.UTF_8);
        assertThat(read(file)).as("round " + round).isNotNull();
      }
    }
  }

  private static String start(String name) {
    return name.equals("x.csv") ? "name,website,city\n" : name.equals("x.json") ? "[" : "";
  }

  private static String dirt(Random random) {
    StringBuilder dirt = new StringBuilder();
    for (int i = random.nextInt(120); i >= 0; i--) {
      dirt.append(BITS[random.nextInt(BITS.length)]);
    }
    return dirt.toString();
  }

  @Test
  void whatIsQuotedByTheStandardIsReadBackExactly() throws IOException {
    Random random = new Random(11);
    for (int round = 0; round < 60; round++) {
      List<String> values = new ArrayList<>();
      StringBuilder list = new StringBuilder("name;website;notes\n");
      for (int row = 0; row < 5; row++) {
        String value = "x" + dirt(random).replaceAll("[\r\u0000]", "") + "y";
        values.add(value);
        list.append("N").append(row).append(";n").append(row).append(".example;\"");
        list.append(value.replace("\"", "\"\"")).append("\"\n");
      }
      Path file = Files.writeString(folder.resolve("standard.csv"), list.toString());
      List<Lead> leads = read(file);
      assertThat(leads).hasSize(5);
      for (int row = 0; row < 5; row++) {
        Snapshot snapshot = leads.get(row).supplied().get(0);
        assertThat(snapshot.text()).endsWith("notes: " + values.get(row) + "\n");
      }
    }
  }

  @Test
  void idsAreUniqueAndTheSameTwice() throws IOException {
    Random random = new Random(3);
    StringBuilder list = new StringBuilder("name,website\n");
    for (int i = 0; i < 3000; i++) {
      list.append("Company ").append(random.nextInt(500)).append(',');
      list.append(random.nextInt(3) == 0 ? "" : "c" + random.nextInt(900) + ".example")
          .append('\n');
    }
    Path file = Files.writeString(folder.resolve("many.csv"), list.toString());
    List<String> ids = read(file).stream().map(lead -> lead.id().value()).toList();
    Set<String> different = new HashSet<>(ids);
    assertThat(different).hasSameSizeAs(ids);
    assertThat(read(file)).extracting(lead -> lead.id().value()).isEqualTo(ids);
  }

  @Test
  void aHundredThousandRowsFitIntoAHeapOf32Megabytes() throws Exception {
    Path file = folder.resolve("big.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("name,website,notes\n");
      for (int i = 0; i < 100_000; i++) {
        out.write(
            "Company "
                + i
                + ",www.c"
                + i * 7919L % 60_000
                + ".example,"
                + "text ".repeat(60)
                + "\n");
      }
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                ReadThrough.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).endsWith("60000 leads, 40000 folded");
  }

  /** What is run in the small heap. */
  static final class ReadThrough {
    public static void main(String[] arguments) {
      Path file = Path.of(arguments[0]);
      try (LeadFile list = LeadFile.open(file, ReadSettings.defaults(), row -> {})) {
        long leads = 0;
        for (Lead lead : list) {
          leads += lead.supplied().isEmpty() ? 0 : 1;
        }
        System.out.print(leads + " leads, " + list.foldedRows() + " folded");
      }
    }
  }

  private static List<Lead> read(Path file) {
    List<Lead> leads = new ArrayList<>();
    try (LeadFile list = LeadFile.open(file, ReadSettings.defaults(), row -> {})) {
      list.forEach(leads::add);
      assertThat(list.leads()).isEqualTo(leads.size());
    }
    return leads;
  }
}
