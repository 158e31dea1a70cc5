package dev.prospector.adapter.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.InputException;
import dev.prospector.lead.Lead;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list that is uploaded is read like a file. */
class ReceivedListTest {

  private static final String LIST =
      "name,website\nAcme Ltd,acme.example\n,\nNorth Ltd,north.example\n";

  @TempDir Path folder;

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Lead> leads(LeadFile list) {
    List<Lead> leads = new ArrayList<>();
    list.forEach(leads::add);
    return leads;
  }

  @Test
  void aStreamGivesTheLeadsOfTheSameFile() throws IOException {
    Path file = Files.writeString(folder.resolve("list.csv"), LIST);
    try (LeadFile ofFile = LeadFile.open(file, ReadSettings.defaults(), row -> {});
        LeadFile ofStream =
            LeadFile.receive(stream(LIST), "list.csv", ReadSettings.defaults(), row -> {})) {
      assertThat(leads(ofStream)).hasToString(leads(ofFile).toString());
      assertThat(leads(ofStream).get(0).source()).isEqualTo(leads(ofFile).get(0).source());
      assertThat(ofStream.leads()).isEqualTo(2);
    }
  }

  @Test
  void nothingIsLeftWhenItIsClosed() throws IOException {
    List<Path> before = kept();
    LeadFile list = LeadFile.receive(stream(LIST), "list.csv", ReadSettings.defaults(), row -> {});
    assertThat(kept()).hasSizeGreaterThan(before.size());
    list.close();
    list.close();
    assertThat(kept()).isEqualTo(before);
  }

  private static List<Path> kept() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(p -> String.valueOf(p.getFileName()).startsWith("prospector-list-"))
          .sorted()
          .toList();
    }
  }

  @Test
  void nothingIsLeftOfAListThatCannotBeRead() throws IOException {
    List<Path> before = kept();
    assertThatThrownBy(
            () ->
                LeadFile.receive(
                    stream("colour,size\nred,1\n"), "list.csv", ReadSettings.defaults(), row -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("list.csv: ")
        .hasMessageNotContaining("prospector-list-");
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void theSendersNameLeadsNowhereElse() {
    assertThat(ReceivedFile.nameOf("../../etc/passwd")).isEqualTo("passwd");
    assertThat(ReceivedFile.nameOf("C:\\lists\\leads.xlsx")).isEqualTo("leads.xlsx");
    assertThat(ReceivedFile.nameOf("a\u0000b\n.csv")).isEqualTo("a_b_.csv");
    assertThat(ReceivedFile.nameOf("..")).isEqualTo("list");
    assertThat(ReceivedFile.nameOf("")).isEqualTo("list");
    assertThat(ReceivedFile.nameOf("x".repeat(1_000))).hasSize(100);
  }
}
