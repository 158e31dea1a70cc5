package dev.prospector.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.InputException;
import dev.prospector.web.PageLookup;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderArchiveTest {

  @TempDir Path folder;

  @Test
  void aPageIsFoundWithWhatTheIndexSaysAboutIt() throws Exception {
    write("home.html", "<p>Olá");
    index(
        "url,file,status,content_type,fetched_at,final_url,note",
        "https://a.example/,home.html,203,text/html,2026-09-14T09:02:11Z,https://a.example/pt,x");

    PageLookup.Found page = found(open(), "https://a.example/");

    assertThat(page.status()).isEqualTo(203);
    assertThat(page.body()).isEqualTo("<p>Olá");
    assertThat(page.finalUrl()).isEqualTo("https://a.example/pt");
    assertThat(page.capturedAt()).isEqualTo(Instant.parse("2026-09-14T09:02:11Z"));
    assertThat(page.headers()).containsEntry("content-type", List.of("text/html"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.a.example/sobre/",
        "http://a.example/sobre",
        "HTTPS://A.Example:443/sobre/",
        "http://www.a.example:80/sobre#equipe",
        "https://a.example./sobre?",
        " https://a.example/sobre "
      })
  void aPageIsFoundUnderAnotherSpellingOfItsAddress(String spelling) throws Exception {
    write("sobre.html", "x");
    index("url,file", "https://www.a.example/sobre/,sobre.html");

    assertThat(found(open(), spelling).body()).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/Sobre",
        "https://a.example/sobre?x=1",
        "https://b.a.example/sobre",
        "https://a.example:8080/sobre"
      })
  void anotherPageIsNotTakenForIt(String other) throws Exception {
    write("sobre.html", "x");
    index("url,file", "https://a.example/sobre,sobre.html");

    assertThat(open().fetch(other)).isInstanceOf(PageLookup.Absent.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mailto:a@b.example",
        "javascript:void(0)",
        "ftp://a.example/",
        "://",
        "https://"
      })
  void whatIsNoWebAddressIsAbsentAndNoError(String url) throws Exception {
    write("a.html", "x");
    index("url,file", "https://a.example/,a.html");

    assertThat(open().fetch(url)).isInstanceOf(PageLookup.Absent.class);
  }

  @Test
  void theExactSpellingWinsOverAnother() throws Exception {
    write("a.html", "with");
    write("b.html", "without");
    index("url,file", "https://www.a.example/,a.html", "https://a.example/,b.html");

    assertThat(found(open(), "https://a.example/").body()).isEqualTo("without");
    assertThat(found(open(), "https://www.a.example/").body()).isEqualTo("with");
  }

  @Test
  void aRowThatIsWrongIsAProblemWithItsLineAndTheOthersStand() throws Exception {
    write("a.html", "x");
    index(
        "url,file,status,fetched_at",
        "https://a.example/,a.html,,",
        "https://a.example/2,gone.html,,",
        "not an address,a.html,,",
        "https://a.example/3,,,",
        "https://a.example/4,a.html,many,yesterday");

    PageArchive archive = open();

    assertThat(archive.urls()).containsExactly("https://a.example/", "https://a.example/4");
    assertThat(archive.problems())
        .extracting(PageArchive.Problem::place)
        .containsExactly(3L, 4L, 5L, 6L, 6L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../secret.html", "a/../../secret.html", "/etc/hostname", "link.html", "out/x"})
  void aFileThatLeavesTheFolderIsRefused(String name) throws Exception {
    Path inner = Files.createDirectories(folder.resolve("inner"));
    Files.writeString(folder.resolve("secret.html"), "secret");
    Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(folder.resolve("elsewhere/x"), "secret");
    Files.createSymbolicLink(inner.resolve("link.html"), folder.resolve("secret.html"));
    Files.createSymbolicLink(inner.resolve("out"), folder.resolve("elsewhere"));
    Files.writeString(inner.resolve("index.csv"), "url,file\nhttps://a.example/," + name + "\n");

    PageArchive archive = PageArchive.open(inner);

    assertThat(archive.fetch("https://a.example/")).isInstanceOf(PageLookup.Absent.class);
    assertThat(archive.problems()).hasSize(1);
  }

  @Test
  void anIndexWithoutItsColumnsIsSaidToBeWrong() throws Exception {
    index("address,path", "https://a.example/,a.html");

    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'url' and 'file'");
  }

  @Test
  void aFolderWithNothingInItIsNoArchive() {
    assertThatThrownBy(this::open).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> PageArchive.open(folder.resolve("none.warc")))
        .isInstanceOf(InputException.class);
  }

  @Test
  void theCharacterSetIsTakenFromMarkThenHeaderThenPageThenBytes() throws Exception {
    String text = "<meta charset=iso-8859-1><p>São – €";
    Charset windows = Charset.forName("windows-1252");
    writeBytes("mark.html", ("\ufeff" + text).getBytes(StandardCharsets.UTF_8));
    writeBytes("header.html", text.getBytes(StandardCharsets.UTF_8));
    writeBytes("page.html", text.getBytes(windows));
    writeBytes("bytes.html", "<p>São – €".getBytes(windows));
    writeBytes("utf8.html", "<p>São – €".getBytes(StandardCharsets.UTF_8));
    index(
        "url,file,content_type",
        "https://a.example/mark,mark.html,text/html; charset=iso-8859-1",
        "https://a.example/header,header.html,text/html; charset=\"UTF-8\"",
        "https://a.example/page,page.html,text/html",
        "https://a.example/bytes,bytes.html,text/html; charset=nonsense",
        "https://a.example/utf8,utf8.html,");
    PageArchive archive = open();

    for (String name : List.of("mark", "header", "page", "bytes", "utf8")) {
      assertThat(found(archive, "https://a.example/" + name).body())
          .as(name)
          .endsWith("<p>São – €")
          .doesNotContain("\ufeff");
    }
  }

  @Test
  void aDeclarationInACommentDoesNotCount() throws Exception {
    writeBytes("a.html", "<!-- <meta charset=koi8-r> --><p>é".getBytes(StandardCharsets.UTF_8));
    index("url,file", "https://a.example/,a.html");

    assertThat(found(open(), "https://a.example/").body()).endsWith("é");
  }

  @Test
  void aBodyOverTheBoundIsAFailureAndOneAtTheBoundIsNot() throws Exception {
    write("a.html", "x".repeat(100));
    index("url,file", "https://a.example/,a.html");

    assertThat(PageArchive.open(folder, 99).fetch("https://a.example/"))
        .isInstanceOf(PageLookup.Failed.class);
    assertThat(found(PageArchive.open(folder, 100), "https://a.example/").body()).hasSize(100);
  }

  @Test
  void theVersionFollowsTheContentAndNothingElse() throws Exception {
    write("a.html", "x");
    index("url,file", "https://a.example/,a.html");
    String before = open().identity();

    assertThat(open().identity()).isEqualTo(before).hasSize(64);
    write("a.html", "xy");
    assertThat(open().identity()).isNotEqualTo(before);
    write("a.html", "x");
    index("url,file", "https://a.example/2,a.html");
    assertThat(open().identity()).isNotEqualTo(before);
  }

  @Test
  void pagesOfADomainAreKnownNearestFirstItsSubDomainsAfterItself() throws Exception {
    write("a.html", "x");
    index(
        "url,file,status,content_type",
        "https://loja.a.example/,a.html,200,text/html",
        "https://www.a.example/contato/fale,a.html,200,text/html",
        "https://www.a.example/sobre,a.html,200,",
        "https://www.a.example/gone,a.html,404,text/html",
        "https://www.a.example/logo.png,a.html,200,image/png",
        "https://xa.example/,a.html,200,text/html",
        "https://a-b.example/,a.html,200,text/html");
    PageArchive archive = open();

    assertThat(archive.known("www.A.example"))
        .containsExactly(
            "https://www.a.example/sobre",
            "https://www.a.example/contato/fale",
            "https://loja.a.example/");
    assertThat(archive.known("loja.a.example")).containsExactly("https://loja.a.example/");
    assertThat(archive.known("nobody.example")).isEmpty();
    assertThat(archive.hosts())
        .containsExactly("a-b.example", "a.example", "loja.a.example", "xa.example");
  }

  @Test
  void noMoreThanTwoHundredPagesAreKnown() throws Exception {
    write("a.html", "x");
    StringBuilder rows = new StringBuilder("url,file\n");
    for (int i = 0; i < 300; i++) {
      rows.append("https://a.example/").append(i).append(",a.html\n");
    }
    Files.writeString(folder.resolve("index.csv"), rows);

    assertThat(open().known("a.example")).hasSize(200).startsWith("https://a.example/0");
  }

  @Test
  void nothingThatStandsInAnIndexMakesOpeningFail() throws Exception {
    java.util.Random random = new java.util.Random(7);
    write("a.html", "x");
    for (int round = 0; round < 200; round++) {
      byte[] junk = new byte[random.nextInt(400)];
      random.nextBytes(junk);
      byte[] header = "url,file\nhttps://a.example/,a.html\n".getBytes(StandardCharsets.UTF_8);
      byte[] all = Arrays.copyOf(header, header.length + junk.length);
      System.arraycopy(junk, 0, all, header.length, junk.length);
      writeBytes("index.csv", all);

      assertThat(open().urls()).contains("https://a.example/");
    }
  }

  private PageArchive open() {
    return PageArchive.open(folder);
  }

  private static PageLookup.Found found(PageArchive archive, String url)
      throws InterruptedException {
    return archive.fetch(url).page().orElseThrow();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void writeBytes(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private void index(String... lines) throws IOException {
    Files.write(folder.resolve("index.csv"), List.of(lines));
  }
}
