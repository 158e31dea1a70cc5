package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.testkit.provider.FailureShape;
import dev.prospector.testkit.provider.Manner;
import dev.prospector.testkit.provider.SimulatedProvider;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a provider does, its key is in no log, at whatever level, and in no file. */
@Timeout(180)
class KeyInNoLogTest {

  @TempDir private Path folder;

  @Test
  void theKeyIsInNoLogAtTraceAndInNothingThatIsKept() throws Exception {
    KeptList example = KeptList.in(folder, 0);
    String refusal =
        "{\"error\":{\"message\":\"Incorrect API key provided: "
            + KeyedProgram.KEY
            + "\",\"code\":\""
            + KeyedProgram.KEY
            + "\"}}";
    try (SimulatedProvider provider = SimulatedProvider.of(Manner.SLOPPY, 3).start()) {
      for (int status : new int[] {500, 429, 400}) {
        provider.failing(new FailureShape("key", "OPENAI_CHAT", status, Map.of(), refusal, ""));
      }
      List<Object> arguments = new ArrayList<>(List.of(example.enrich()));
      arguments.addAll(
          List.of(
              "--model",
              "openai:gpt-5-mini",
              "--model-url",
              provider.address(),
              "--store",
              example.store(),
              "--record",
              folder.resolve("tape.jsonl"),
              "--out",
              folder.resolve("leads.jsonl")));
      List<String> trace = List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=trace");
      try (Program program =
          Program.start(folder, trace, KeyedProgram.class.getName(), arguments.toArray())) {
        Invocation end = program.end();
        assertThat(end.code()).as(end.err()).isZero();
        assertThat((end.out() + end.err()).contains(KeyedProgram.KEY)).isFalse();
      }
      assertThat(provider.requests()).hasSizeGreaterThan(5);
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(bytes.contains(KeyedProgram.KEY)).as(file.toString()).isFalse();
      }
    }
  }
}
