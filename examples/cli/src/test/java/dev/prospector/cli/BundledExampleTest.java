package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bundled example is whole: what its index, list and expectations name is there. */
class BundledExampleTest {

  private static final Pattern DECLARED_CHARSET =
      Pattern.compile("charset=[\"']?([\\w-]{1,20})", Pattern.CASE_INSENSITIVE);

  private record IndexRow(String url, String file) {
    static IndexRow of(String line) {
      String[] cells = line.split(",", -1);
      assertThat(cells).as(line).hasSize(5);
      return new IndexRow(cells[0], cells[1]);
    }

    String domain() {
      return withoutWww(URI.create(url).getHost());
    }
  }

  @Test
  void theIndexNamesEveryPageOnce() throws Exception {
    try (Stream<Path> files = Files.walk(path("/demo/pages"))) {
      List<String> pages =
          files
              .filter(Files::isRegularFile)
              .map(file -> path("/demo/pages").relativize(file).toString().replace('\\', '/'))
              .filter(name -> !name.equals("index.csv"))
              .toList();
      assertThat(index().stream().map(IndexRow::file)).containsExactlyInAnyOrderElementsOf(pages);
    }
    assertThat(index().stream().map(IndexRow::url)).doesNotHaveDuplicates();
  }

  @Test
  void everyPageReadsCleanlyInTheCharsetItDeclares() throws Exception {
    for (IndexRow row : index()) {
      byte[] bytes = read("/demo/pages/" + row.file());
      assertThat(decode(bytes)).as(row.file()).doesNotContain("\u00c3\u00a3", "\ufffd");
    }
  }

  @Test
  void everyCompanyHasPagesExceptTheOneThatShowsHavingNone() throws Exception {
    Set<String> archived =
        index().stream()
            .filter(row -> !row.file().startsWith("press/"))
            .map(IndexRow::domain)
            .collect(Collectors.toSet());
    assertThat(archived).hasSize(9).doesNotContain("coopjatobazal.example");
    assertThat(expectedDomains()).hasSize(10).containsAll(archived);
  }

  @Test
  void everyAddressOfTheExampleIsReserved() throws Exception {
    assertThat(index()).allSatisfy(row -> assertThat(row.domain()).endsWith(".example"));
    assertThat(lines("/demo/companies.csv").skip(1))
        .allSatisfy(
            line ->
                assertThat(line.split(";", -1)[1].strip().toLowerCase(Locale.ROOT))
                    .matches("|[^ ]+\\.example(/[^ ]*)?"));
  }

  private static List<IndexRow> index() throws IOException {
    return lines("/demo/pages/index.csv").skip(1).map(IndexRow::of).toList();
  }

  private static Set<String> expectedDomains() throws IOException {
    return lines("/demo/expectations.csv")
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(',')))
        .collect(Collectors.toSet());
  }

  private static String decode(byte[] bytes) {
    String head = new String(bytes, StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED_CHARSET.matcher(head);
    Charset charset =
        declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.US_ASCII;
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(String resource) throws IOException {
    return new String(read(resource), StandardCharsets.UTF_8).lines();
  }

  private static byte[] read(String resource) throws IOException {
    try (InputStream in = url(resource).openStream()) {
      return in.readAllBytes();
    }
  }

  private static Path path(String resource) {
    try {
      return Path.of(url(resource).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URL url(String resource) {
    return Objects.requireNonNull(BundledExampleTest.class.getResource(resource), resource);
  }

  private static String withoutWww(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
