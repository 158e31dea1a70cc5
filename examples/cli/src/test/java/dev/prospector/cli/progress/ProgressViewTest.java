package dev.prospector.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.cli.JsonLines;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.event.RunState;
import dev.prospector.run.RunProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressViewTest {

  private static final RunProgress SOME =
      new RunProgress(
          RunState.RUNNING,
          new RunProgress.Leads(5, 2, 1, 0),
          RunProgress.Steps.of(24, 0),
          OptionalLong.of(10),
          1.5);

  private static String shown(ProgressStyle style, boolean terminal) {
    return shown(style, terminal, "80");
  }

  private static String shown(ProgressStyle style, boolean terminal, String columns) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    ProgressView view =
        ProgressView.of(
            style,
            new Terminal(
                err, err, terminal, Path.of(""), name -> name.equals("COLUMNS") ? columns : null),
            Optional.empty());
    view.show(SOME);
    view.end(SOME);
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aBarIsDrawnAnewInItsLineOnATerminalOnly() {
    assertThat(shown(ProgressStyle.AUTO, true)).contains("\rleads", "3/10", "30%", "1 failed");
    assertThat(shown(ProgressStyle.AUTO, false)).doesNotContain("\r");
  }

  @Test
  void theBarIsAsWideAsTheTerminal() {
    for (int columns : new int[] {60, 80, 132}) {
      String drawn = shown(ProgressStyle.AUTO, true, String.valueOf(columns));
      for (String line : drawn.split("[\\r\\n]")) {
        assertThat(line.codePointCount(0, line.length())).isLessThan(columns);
      }
      assertThat(drawn.split("[\\r\\n]"))
          .anyMatch(line -> line.codePointCount(0, line.length()) > columns - 12);
    }
  }

  @Test
  void aLineTellsCountsRateAndTheTimeLeft() {
    assertThat(shown(ProgressStyle.PLAIN, true))
        .isEqualToIgnoringNewLines("3 of 10 leads, 1 failed, 1.5 a second, 0:04 left");
  }

  @Test
  void anObjectTellsTheSameToPrograms() {
    var object = JsonLines.parse(shown(ProgressStyle.JSON, true)).get(0);
    assertThat(object.path("ended").asInt()).isEqualTo(3);
    assertThat(object.path("expected").asInt()).isEqualTo(10);
    assertThat(object.path("failed").asInt()).isEqualTo(1);
    assertThat(object.path("seconds_left").asInt()).isEqualTo(4);
  }

  @Test
  void nothingIsShownWhereNothingIsAskedFor() {
    assertThat(shown(ProgressStyle.NONE, true)).isEmpty();
  }
}
