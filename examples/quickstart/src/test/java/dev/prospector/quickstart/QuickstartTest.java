package dev.prospector.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class QuickstartTest {

  @Test
  void qualifiesTheBundledExampleWithoutAKey() {
    PrintStream before = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      Quickstart.main(new String[] {BundledData.FOLDER.toString()});
    } finally {
      System.setOut(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .hasSize(10)
        .contains("lead transcuriango.example HIGH", "lead frotalume.example NOT_QUALIFIED");
  }
}
