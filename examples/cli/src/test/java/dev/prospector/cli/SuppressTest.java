package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Those who said no, from the command line. */
class SuppressTest {

  private static final Map<String, String> KEY =
      Map.of("PROSPECTOR_SUPPRESSION_KEY", "a key of sixteen characters");

  @TempDir private Path folder;

  private Invocation with(Map<String, String> environment, Object... words) {
    return Invocation.of(environment, folder, words);
  }

  private Object store() {
    return "sqlite:" + folder.resolve("runs.db");
  }

  @Test
  void whoSaidNoIsNotResearchedInAnyOfItsSpellings() throws Exception {
    Files.writeString(
        folder.resolve("list.csv"),
        "name,website\nFrota Azul,https://www.frotaazul.com.br/\nOutra,https://outra.com.br/\n");
    Object[] enrich = {
      "enrich", folder.resolve("list.csv"), "--offline", "--store", store(), "--run-id", "one"
    };
    assertThat(with(KEY, enrich).code()).isZero();
    Invocation added =
        with(KEY, "suppress", "add", "domain", "FrotaAzul.com.br", "--store", store());
    assertThat(added.code()).as(added.err()).isZero();
    enrich[6] = "two";
    Invocation run = with(KEY, enrich);
    assertThat(run.out()).contains("SUPPRESSED");
    assertThat(run.out().lines().filter(line -> line.contains("SUPPRESSED"))).hasSize(1);
    byte[] kept = Files.readAllBytes(folder.resolve("runs.db"));
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("sixteen characters");
  }

  @Test
  void whoSaysNoAfterARunIsInNoLaterExportOfIt() throws Exception {
    Files.writeString(
        folder.resolve("list.csv"),
        """
        name,website,contact name,contact email,contact phone
        Frota Azul,https://www.frotaazul.com.br/,Ana Lima,ana.lima@frotaazul.com.br,+55 19 3232-1234
        Outra,https://outra.com.br/,Rui Melo,rui@outra.com.br,
        Terceira,https://terceira.com.br/,Eva Reis,eva@terceira.com.br,
        """);
    with(
        KEY,
        "enrich",
        folder.resolve("list.csv"),
        "--offline",
        "--store",
        store(),
        "--run-id",
        "r");
    assertThat(export(KEY)).contains("ana.lima@frotaazul.com.br", "rui@outra.com.br");
    with(KEY, "suppress", "add", "email", "Ana.Lima@FrotaAzul.com.br", "--store", store());
    with(KEY, "suppress", "add", "domain", "outra.com.br", "--store", store());

    assertThat(export(KEY))
        .contains("Frota Azul", "eva@terceira.com.br", "SUPPRESSED", "[withheld]")
        .doesNotContain("ana.lima@", "rui@outra.com.br");
    assertThat(with(KEY, "resume", "r", "--store", store()).out())
        .contains("eva@terceira.com.br")
        .doesNotContain("ana.lima@", "rui@outra.com.br");
  }

  private String export(Map<String, String> environment) {
    Invocation written = with(environment, "export", "r", "--store", store());
    assertThat(written.code()).as(written.err()).isZero();
    return written.out();
  }

  @Test
  void theListCanBeAskedAndTakenBack() {
    with(KEY, "enrich", list(), "--offline", "--store", store());
    with(KEY, "suppress", "add", "email", "Ana.Lima+x@firma.com.br", "--store", store());
    Invocation asked =
        with(KEY, "suppress", "check", "email", "ana.lima@firma.com.br", "--store", store());
    assertThat(asked.out()).contains("is on the list");
    with(KEY, "suppress", "remove", "email", "ana.lima@firma.com.br", "--store", store());
    Invocation after =
        with(KEY, "suppress", "check", "email", "ana.lima@firma.com.br", "--store", store());
    assertThat(after.out()).contains("is not on the list");
  }

  private Path list() {
    try {
      return Files.writeString(folder.resolve("one.csv"), "name\nFrota Azul\n");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void withoutItsKeyOrWithAShortOneTheListIsNotUsed() {
    with(Map.of(), "enrich", list(), "--offline", "--store", store());
    Invocation none = with(Map.of(), "suppress", "check", "domain", "a.com", "--store", store());
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("PROSPECTOR_SUPPRESSION_KEY");
    Invocation weak =
        with(
            Map.of("PROSPECTOR_SUPPRESSION_KEY", "short"),
            "suppress",
            "check",
            "domain",
            "a.com",
            "--store",
            store());
    assertThat(weak.code()).isEqualTo(2);
    assertThat(weak.err()).contains("16 characters");
  }
}
