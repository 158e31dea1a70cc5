package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.testkit.provider.Manner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often a model is asked about a lead by the whole catalogue, and how much, over real HTTP. The
 * table of tokens is written to {@code target/tokens.md}.
 */
@Timeout(300)
class JointCallsTest {

  /** The company, its research, its strategy, the writing, and the briefing. */
  private static final int GROUPS = 5;

  private static final String BRIEFING = "briefing";

  @TempDir private Path folder;
  private KeptList example;

  @BeforeEach
  void unpack() throws IOException {
    example = KeptList.in(folder, 0);
  }

  private AskedModel run(Manner manner, Object... more) throws Exception {
    List<Object> arguments =
        new ArrayList<>(List.of("--pipeline", "enhanced", "--gate", "not-qualified"));
    arguments.addAll(List.of("--out", folder.resolve(manner + "-" + more.length + ".jsonl")));
    arguments.addAll(List.of(more));
    return AskedModel.by(manner, example, arguments.toArray());
  }

  @Test
  void aLeadIsAskedAboutInFiveRequestsAndJoiningTakesFewerTokens() throws Exception {
    AskedModel joined = run(Manner.HONEST);
    int written = joined.first().getOrDefault(BRIEFING, 0);
    assertThat(written).isBetween(5, KeptList.LEADS_OF_EXAMPLE);
    // Of a lead without pages less is asked, and the gate stops those that are ruled out.
    int questions = AskedModel.sum(joined.first());
    assertThat(questions).isBetween((GROUPS - 1) * written, GROUPS * KeptList.LEADS_OF_EXAMPLE);
    assertThat(AskedModel.sum(joined.repairs())).isLessThanOrEqualTo(questions);

    AskedModel alone = run(Manner.HONEST, "--no-joint");
    assertThat(alone.first()).as("agents that ask").hasSize(16);
    assertThat(joined.calls() * 2).isLessThan(alone.calls());
    assertThat(joined.asked()).isLessThan(alone.asked());
    Files.createDirectories(Path.of("target"));
    Files.write(
        Path.of("target", "tokens.md"),
        List.of(alone.row("each agent alone", written), joined.row("in joint questions", written)));
  }

  @Test
  void eachGroupIsRepairedInOneRequestAtMost() throws Exception {
    AskedModel sloppy = run(Manner.SLOPPY);
    int questions = AskedModel.sum(sloppy.first());
    assertThat(questions).isLessThanOrEqualTo(GROUPS * KeptList.LEADS_OF_EXAMPLE);
    assertThat(AskedModel.sum(sloppy.repairs())).isBetween(1, questions);
  }
}
