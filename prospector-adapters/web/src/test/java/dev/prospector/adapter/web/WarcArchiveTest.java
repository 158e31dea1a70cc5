package dev.prospector.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.PortException;
import dev.prospector.web.PageLookup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcWriter;

class WarcArchiveTest {

  private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2026-02-01T00:00:00Z");
  private static final Map<String, List<String>> HTML =
      Map.of("Content-Type", List.of("text/html; charset=utf-8"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a.warc", "a.warc.gz"})
  void aPageThatWasWrittenIsReadAgain(String name) throws Exception {
    Path file = folder.resolve(name);
    try (ArchiveWriter writer = ArchiveWriter.create(file)) {
      writer.add("https://a.example/", 200, HTML, utf8("<p>Olá"), EARLY);
      writer.add("https://a.example/gone", 404, HTML, utf8("no"), EARLY);
    }
    try (PageArchive archive = PageArchive.open(file)) {
      PageLookup.Found page = found(archive, "http://www.a.example");

      assertThat(page.body()).isEqualTo("<p>Olá");
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.capturedAt()).isEqualTo(EARLY);
      assertThat(page.headers()).containsEntry("content-type", HTML.get("Content-Type"));
      assertThat(found(archive, "https://a.example/gone").status()).isEqualTo(404);
      assertThat(archive.known("a.example")).containsExactly("https://a.example/");
      assertThat(archive.problems()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "", "-1", "2", "50", "9223372036854775807", "99999999999999999999", "1e9"})
  void aRecordWithAWrongLengthCostsThatRecord(String length) throws Exception {
    for (boolean compressed : new boolean[] {false, true}) {
      Path file = folder.resolve(compressed ? "a.warc.gz" : "a.warc");
      try (OutputStream out = Files.newOutputStream(file)) {
        for (int i = 1; i <= 4; i++) {
          byte[] record = utf8(record("https://a.example/" + i, i == 2 ? length : "5"));
          out.write(compressed ? gzip(record) : record);
        }
      }
      try (PageArchive archive = PageArchive.open(file)) {
        assertThat(archive.urls())
            .containsExactly("https://a.example/1", "https://a.example/3", "https://a.example/4");
        assertThat(archive.problems()).hasSize(1);
        assertThat(archive.problems().get(0).place()).isPositive();
        assertThat(found(archive, "https://a.example/3").body()).isEqualTo("hello");
      }
    }
  }

  @Test
  void aFileOfNothingButDamageEndsAfterAThousandTries() throws Exception {
    Path file = folder.resolve("a.warc");
    Files.writeString(file, record("https://a.example/", "9223372036854775807").repeat(3_000));
    try (PageArchive archive = PageArchive.open(file)) {
      assertThat(archive.problems()).hasSize(1_000);
      assertThat(archive.problems().get(999).reason()).contains("too many");
    }
  }

  private static String record(String url, String length) {
    return "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: "
        + url
        + "\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        + "Content-Type: text/html\r\nContent-Length: "
        + length
        + "\r\n\r\nhello\r\n\r\n";
  }

  @Test
  void theLatestSuccessfulCaptureOfAnAddressCounts() throws Exception {
    Path file = folder.resolve("a.warc.gz");
    try (ArchiveWriter writer = ArchiveWriter.create(file)) {
      writer.add("https://a.example/", 200, HTML, utf8("late"), LATE);
      writer.add("https://a.example/", 200, HTML, utf8("early"), EARLY);
      writer.add("https://a.example/", 503, HTML, utf8("down"), LATE.plusSeconds(9));
    }
    assertThat(found(PageArchive.open(file), "https://a.example/").body()).isEqualTo("late");
  }

  @Test
  void redirectsAreFollowedAsFarAsTheArchiveHasThem() throws Exception {
    Path file = folder.resolve("a.warc");
    try (ArchiveWriter writer = ArchiveWriter.create(file)) {
      writer.add("http://a.example/", 301, to("https://www.a.example/"), utf8(""), EARLY);
      writer.add("https://www.a.example/", 302, to("/pt/"), utf8(""), EARLY);
      writer.add("https://www.a.example/pt/", 200, HTML, utf8("home"), EARLY);
      writer.add("https://b.example/", 301, to("https://nowhere.example/"), utf8(""), EARLY);
      writer.add("http://c.example/", 301, to("https://c.example/"), utf8(""), EARLY);
    }
    PageArchive archive = PageArchive.open(file);

    PageLookup.Found page = found(archive, "http://a.example/");
    assertThat(page.body()).isEqualTo("home");
    assertThat(page.url()).isEqualTo("http://a.example/");
    assertThat(page.finalUrl()).isEqualTo("https://www.a.example/pt/");
    assertThat(found(archive, "https://b.example/").status()).isEqualTo(301);
    assertThat(found(archive, "https://c.example/").status()).isEqualTo(301);
  }

  @Test
  void afterFiveRedirectsTheLookUpFails() throws Exception {
    Path file = folder.resolve("a.warc");
    try (ArchiveWriter writer = ArchiveWriter.create(file)) {
      for (int i = 0; i < 7; i++) {
        writer.add("https://a.example/" + i, 302, to("/" + (i + 1)), utf8(""), EARLY);
      }
      writer.add("https://a.example/7", 200, HTML, utf8("end"), EARLY);
      writer.add("https://a.example/round", 302, to("/about"), utf8(""), EARLY);
      writer.add("https://a.example/about", 302, to("/round"), utf8(""), EARLY);
    }
    PageArchive archive = PageArchive.open(file);

    assertThat(found(archive, "https://a.example/2").body()).isEqualTo("end");
    assertThat(archive.fetch("https://a.example/1")).isInstanceOf(PageLookup.Failed.class);
    assertThat(archive.fetch("https://a.example/round")).isInstanceOf(PageLookup.Failed.class);
  }

  @Test
  void contentCodingsAreUndoneAndOthersAreAFailure() throws Exception {
    byte[] plain = utf8("<p>packed");
    Path file = folder.resolve("a.warc");
    try (ArchiveWriter writer = ArchiveWriter.create(file)) {
      writer.add("https://a.example/gzip", 200, coded("gzip"), gzip(plain), EARLY);
      writer.add("https://a.example/zlib", 200, coded("deflate"), deflate(plain, false), EARLY);
      writer.add("https://a.example/raw", 200, coded("deflate"), deflate(plain, true), EARLY);
      writer.add("https://a.example/both", 200, coded("gzip, gzip"), gzip(gzip(plain)), EARLY);
      writer.add("https://a.example/undone", 200, coded("gzip"), plain, EARLY);
      writer.add("https://a.example/br", 200, coded("br"), plain, EARLY);
      writer.add("https://a.example/broken", 200, coded("gzip"), broken(gzip(plain)), EARLY);
    }
    PageArchive archive = PageArchive.open(file);

    for (String name : List.of("gzip", "zlib", "raw", "both", "undone")) {
      assertThat(found(archive, "https://a.example/" + name).body())
          .as(name)
          .isEqualTo("<p>packed");
    }
    assertThat(archive.fetch("https://a.example/br")).isInstanceOf(PageLookup.Failed.class);
    assertThat(archive.fetch("https://a.example/broken")).isInstanceOf(PageLookup.Failed.class);
  }

  @Test
  void theBoundHoldsAfterDecompression() throws Exception {
    Path file = folder.resolve("a.warc");
    try (ArchiveWriter writer = ArchiveWriter.create(file)) {
      writer.add("https://a.example/", 200, coded("gzip"), gzip(new byte[6 << 20]), EARLY);
    }
    assertThat(PageArchive.open(file).fetch("https://a.example/"))
        .isInstanceOfSatisfying(
            PageLookup.Failed.class, f -> assertThat(f.reason()).contains("larger"));
  }

  @Test
  void resourcesAreReadAndRevisitsLeadToTheirOriginal() throws Exception {
    Path file = folder.resolve("a.warc.gz");
    try (WarcWriter writer = new WarcWriter(file)) {
      writer.write(
          new WarcResource.Builder(URI.create("https://a.example/doc"))
              .date(EARLY)
              .body(MediaType.parse("text/html"), utf8("resource"))
              .build());
      writer.write(
          new WarcRevisit.Builder(
                  URI.create("https://a.example/same"), WarcRevisit.SERVER_NOT_MODIFIED_1_1)
              .refersTo(
                  URI.create("urn:uuid:00000000-0000-0000-0000-000000000001"),
                  URI.create("https://a.example/doc"),
                  EARLY)
              .date(LATE)
              .body(new HttpResponse.Builder(304, "").build())
              .build());
      writer.write(
          new WarcRevisit.Builder(
                  URI.create("https://a.example/lost"), WarcRevisit.SERVER_NOT_MODIFIED_1_1)
              .refersTo(
                  URI.create("urn:uuid:00000000-0000-0000-0000-000000000002"),
                  URI.create("https://a.example/elsewhere"),
                  EARLY)
              .date(LATE)
              .body(new HttpResponse.Builder(304, "").build())
              .build());
    }
    PageArchive archive = PageArchive.open(file);

    assertThat(found(archive, "https://a.example/doc").body()).isEqualTo("resource");
    assertThat(found(archive, "https://a.example/same").body()).isEqualTo("resource");
    assertThat(found(archive, "https://a.example/same").capturedAt()).isEqualTo(LATE);
    assertThat(archive.fetch("https://a.example/lost")).isInstanceOf(PageLookup.Failed.class);
  }

  @Test
  void whatStandsBeforeATornRecordIsKept() throws Exception {
    Path file = folder.resolve("a.warc");
    try (ArchiveWriter writer = ArchiveWriter.create(file)) {
      writer.add("https://a.example/1", 200, HTML, utf8("one"), EARLY);
    }
    Files.write(file, utf8("WARC/1.0\r\nbroken"), StandardOpenOption.APPEND);

    PageArchive archive = PageArchive.open(file);

    assertThat(found(archive, "https://a.example/1").body()).isEqualTo("one");
    assertThat(archive.problems()).hasSize(1);
  }

  @Test
  void aFileThatIsNoWarcIsAProblemAndNoError() throws Exception {
    Path file = folder.resolve("a.warc");
    Files.writeString(file, "hello, this is something else entirely\r\n\r\n");

    PageArchive archive = PageArchive.open(folder);

    assertThat(archive.urls()).isEmpty();
    assertThat(archive.problems()).hasSize(1);
  }

  @Test
  void severalFilesInAFolderAreOneArchive() throws Exception {
    for (String name : List.of("1.warc", "2.warc.gz")) {
      try (ArchiveWriter writer = ArchiveWriter.create(folder.resolve(name))) {
        writer.add("https://a.example/" + name, 200, HTML, utf8(name), EARLY);
      }
    }
    PageArchive archive = PageArchive.open(folder);

    assertThat(found(archive, "https://a.example/1.warc").body()).isEqualTo("1.warc");
    assertThat(found(archive, "https://a.example/2.warc.gz").body()).isEqualTo("2.warc.gz");
  }

  @Test
  void theSamePagesGiveTheSameFileAndTheSameVersion() throws Exception {
    Path one = Files.createDirectory(folder.resolve("one")).resolve("a.warc.gz");
    Path two = Files.createDirectory(folder.resolve("two")).resolve("a.warc.gz");
    for (Path file : List.of(one, two)) {
      try (ArchiveWriter writer = ArchiveWriter.create(file)) {
        writer.add("https://a.example/", 200, HTML, utf8("x"), EARLY);
      }
    }
    assertThat(one).hasSameBinaryContentAs(two);
    assertThat(PageArchive.open(one).identity()).isEqualTo(PageArchive.open(two).identity());

    try (ArchiveWriter writer = ArchiveWriter.create(two)) {
      writer.add("https://a.example/", 200, HTML, utf8("y"), EARLY);
    }
    assertThat(PageArchive.open(one).identity()).isNotEqualTo(PageArchive.open(two).identity());
  }

  @Test
  void manyThreadsReadAtTheSameTime() throws Exception {
    Path file = folder.resolve("a.warc.gz");
    try (ArchiveWriter writer = ArchiveWriter.create(file)) {
      for (int i = 0; i < 200; i++) {
        writer.add("https://a.example/" + i, 200, HTML, utf8("page " + i), EARLY);
      }
    }
    PageArchive archive = PageArchive.open(file);
    List<Callable<String>> reads = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      String url = "https://a.example/" + i % 200;
      reads.add(() -> found(archive, url).body());
    }
    var threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> bodies = threads.invokeAll(reads);
      for (int i = 0; i < bodies.size(); i++) {
        assertThat(bodies.get(i).get()).isEqualTo("page " + i % 200);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aThreadThatIsInterruptedDisturbsNoOther() throws Exception {
    Path file = folder.resolve("a.warc");
    try (ArchiveWriter writer = ArchiveWriter.create(file)) {
      writer.add("https://a.example/", 200, HTML, utf8("x"), EARLY);
    }
    PageArchive archive = PageArchive.open(file);

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> archive.fetch("https://a.example/"))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(found(archive, "https://a.example/").body()).isEqualTo("x");
  }

  @Test
  void aClosedArchiveSaysSo() throws Exception {
    Path file = folder.resolve("a.warc");
    try (ArchiveWriter writer = ArchiveWriter.create(file)) {
      writer.add("https://a.example/", 200, HTML, utf8("x"), EARLY);
    }
    PageArchive archive = PageArchive.open(file);
    archive.close();

    assertThatThrownBy(() -> archive.fetch("https://a.example/"))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("closed");
  }

  private static PageLookup.Found found(PageArchive archive, String url)
      throws InterruptedException {
    PageLookup lookup = archive.fetch(url);
    return lookup.page().orElseThrow(() -> new AssertionError(lookup));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, List<String>> to(String location) {
    return Map.of("Location", List.of(location));
  }

  private static Map<String, List<String>> coded(String coding) {
    return Map.of("Content-Type", List.of("text/html"), "Content-Encoding", List.of(coding));
  }

  private static byte[] broken(byte[] gzip) {
    gzip[gzip.length / 2] ^= 0x55;
    gzip[gzip.length / 2 + 1] ^= 0x55;
    return gzip;
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static byte[] deflate(byte[] plain, boolean raw) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, raw))) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }
}
