package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register made and searched from the command line; the companies are invented. */
class RegistryTest {

  @TempDir private Path folder;
  private Path register;

  @BeforeEach
  void importData() throws Exception {
    Path data = Files.createDirectories(folder.resolve("receita"));
    write(data, "K1.EMPRECSV", "11222333;AÇO FORTE LTDA;2062;49;1,00;05;");
    write(
        data,
        "K1.ESTABELE",
        "11222333;0001;81;1;;02;20131003;00;;;20131003;2511000;;RUA;DAS FLORES;10;;CENTRO;"
            + "01310100;SP;7107;11;33334444;;;;;;;");
    write(data, "F.MUNICCSV", "7107;SÃO PAULO");
    register = folder.resolve("registry.db");
    Invocation run = Invocation.of(folder, "registry", "import", data, "--into", register);
    assertThat(run.code()).as(run.err()).isZero();
  }

  private static void write(Path data, String name, String row) throws Exception {
    Files.write(data.resolve(name), (row + "\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aNumberShowsItsRecord() {
    Invocation run =
        Invocation.of(folder, "registry", "find", register, "--number", "11.222.333/0001-81");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("Razão social: AÇO FORTE LTDA", "Situação cadastral: ATIVA");
  }

  @Test
  void aNameShowsCandidatesAndPicksNoneWithoutAPlace() {
    Invocation somewhere =
        Invocation.of(folder, "registry", "find", register, "--name", "aco forte");
    assertThat(somewhere.out()).contains("11222333000181  1.00  AÇO FORTE LTDA");
    assertThat(somewhere.err()).contains("none is beyond doubt");
    Invocation there =
        Invocation.of(
            folder, "registry", "find", register, "--name", "aco forte", "--city", "sao paulo");
    assertThat(there.err()).contains("beyond doubt: 11222333000181");
  }

  @Test
  void aFileThatIsNoneSaysWhatToDo() {
    Invocation run =
        Invocation.of(folder, "registry", "find", folder.resolve("none.db"), "--name", "x");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("registry import");
  }
}
