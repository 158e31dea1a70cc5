package dev.prospector.adapter.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.adapter.web.ArchiveWriter;
import dev.prospector.adapter.web.PageArchive;
import dev.prospector.web.DocumentReader;
import dev.prospector.web.PageLookup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document is read as a page, live and from an archive, where somebody reads its type. */
class DocumentsAsPagesTest {

  private static final String SITE = "https://company.example";
  private static final String DOCUMENT = SITE + "/apresentacao.pdf";
  private static final String LOCKED = SITE + "/locked.pdf";

  /** Reads the lines of a document as its pages; one that is locked is unreadable. */
  private static final DocumentReader READER =
      new DocumentReader() {
        @Override
        public boolean reads(String mediaType) {
          return mediaType.equals("application/pdf");
        }

        @Override
        public Result read(byte[] document) {
          String text = new String(document, StandardCharsets.UTF_8);
          return text.equals("locked")
              ? new Unreadable(Why.ENCRYPTED, "the document takes a password")
              : new Text("About us", List.of(text.split("\f")));
        }
      };

  private final SmallWeb web = new SmallWeb();

  private LivePages.Builder builder() {
    Map<String, String> pdf = Map.of("content-type", "Application/PDF; v=1");
    web.page(DOCUMENT, 200, pdf, "120 trucks & <more>\fSince 1987");
    web.page(LOCKED, 200, pdf, "locked");
    return LivePages.builder(web).time(web, web);
  }

  private static String reason(PageLookup lookup) {
    return lookup.fold(f -> "found", a -> "absent", PageLookup.Failed::reason);
  }

  @Test
  void itsLinesAreThoseOfAPage() throws Exception {
    PageLookup.Found page =
        builder().documents(READER).build().fetch(DOCUMENT).page().orElseThrow();
    assertThat(page.body())
        .contains("<title>About us</title>", "<p>120 trucks &amp; &lt;more&gt;</p>")
        .contains("<section><p>Since 1987</p></section>");
    assertThat(page.headers().get("content-type")).containsExactly("text/html; charset=utf-8");
  }

  @Test
  void oneThatCannotBeReadSaysWhyAndWithoutAReaderItIsNoPage() throws Exception {
    assertThat(reason(builder().documents(READER).build().fetch(LOCKED)))
        .isEqualTo("the document takes a password");
    assertThat(reason(builder().build().fetch(DOCUMENT)))
        .isEqualTo("it is no page but a document of type application/pdf");
  }

  @Test
  void whatItsOwnerReservesIsNotRead() throws Exception {
    LivePages pages = builder().documents(READER).build();
    web.page(
        DOCUMENT, 200, Map.of("content-type", "application/pdf", "x-robots-tag", "noai"), "120");
    assertThat(reason(pages.fetch(DOCUMENT))).contains("keeps the document from machines");
  }

  @Test
  void aReplayReadsItAgain(@TempDir Path folder) throws Exception {
    Path warc = folder.resolve("crawl.warc.gz");
    PageLookup live;
    try (ArchiveWriter writer = ArchiveWriter.create(warc)) {
      LivePages pages = builder().documents(READER).recording(writer).build();
      live = pages.fetch(DOCUMENT);
      pages.fetch(LOCKED);
    }
    try (PageArchive archive = PageArchive.open(warc, READER)) {
      PageLookup.Found replayed = archive.fetch(DOCUMENT).page().orElseThrow();
      assertThat(replayed.message()).isEqualTo(live.page().orElseThrow().message());
      assertThat(reason(archive.fetch(LOCKED))).isEqualTo("the document takes a password");
    }
    try (PageArchive archive = PageArchive.open(warc)) {
      assertThat(reason(archive.fetch(DOCUMENT))).contains("document of type application/pdf");
    }
  }
}
