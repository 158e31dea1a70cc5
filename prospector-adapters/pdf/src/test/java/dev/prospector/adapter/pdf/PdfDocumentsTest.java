package dev.prospector.adapter.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prospector.error.InterruptedWorkException;
import dev.prospector.run.Threads;
import dev.prospector.web.DocumentReader.Result;
import dev.prospector.web.DocumentReader.Text;
import dev.prospector.web.DocumentReader.Unreadable;
import dev.prospector.web.DocumentReader.Why;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

class PdfDocumentsTest {

  private static final PdfLimits LIMITS = PdfLimits.defaults();

  /** Makes a document of one line on each page. */
  private static PDDocument document(String... lines) throws IOException {
    PDDocument document = new PDDocument();
    document.getDocumentInformation().setTitle("Apresenta\u00e7\u00e3o");
    for (String line : lines) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(50, 700);
        content.showText(line);
        content.endText();
      }
    }
    return document;
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (document) {
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  private static Result read(byte[] document, PdfLimits limits) {
    return new PdfDocuments(limits, Threads.platform()).read(document);
  }

  private static Optional<Why> why(Result result) {
    return result.fold(text -> Optional.empty(), unreadable -> Optional.of(unreadable.why()));
  }

  private static Text text(Result result) {
    return result.fold(
        text -> text,
        unreadable -> {
          throw new AssertionError(unreadable.toString());
        });
  }

  @Test
  void eachPageIsReadWithItsWords() throws Exception {
    byte[] document = bytes(document("A Frota Azul tem 120 caminh\u00f5es", "Desde 1987"));
    Text read = text(read(document, LIMITS));
    assertThat(read.title()).isEqualTo("Apresenta\u00e7\u00e3o");
    assertThat(read.pages())
        .map(String::strip)
        .containsExactly("A Frota Azul tem 120 caminh\u00f5es", "Desde 1987");
  }

  @Test
  void pagesAndCharactersBeyondTheLimitAreLeftOut() throws Exception {
    byte[] document = bytes(document("one", "two", "three"));
    assertThat(text(read(document, LIMITS.withPages(2))).pages()).hasSize(2);
    PdfLimits few = new PdfLimits(5 << 20, 40, 5, Duration.ofSeconds(10), 48L << 20);
    assertThat(String.join("", text(read(document, few)).pages())).hasSize(5);
  }

  @Test
  void aDocumentThatIsEncryptedIsSoWhoeverForbids() throws Exception {
    PDDocument locked = document("secret");
    locked.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
    assertThat(why(read(bytes(locked), LIMITS))).contains(Why.ENCRYPTED);
    AccessPermission noText = new AccessPermission();
    noText.setCanExtractContent(false);
    PDDocument forbidden = document("secret");
    forbidden.protect(new StandardProtectionPolicy("owner", "", noText));
    assertThat(why(read(bytes(forbidden), LIMITS))).contains(Why.ENCRYPTED);
    PDDocument open = document("told");
    open.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
    assertThat(text(read(bytes(open), LIMITS)).pages().get(0)).contains("told");
  }

  @Test
  void aBrokenDocumentIsAnOutcomeWhateverIsBroken() throws Exception {
    byte[] whole = bytes(document("A Frota Azul tem caminh\u00f5es"));
    Random random = new Random(7);
    for (int round = 0; round < 60; round++) {
      byte[] broken =
          Arrays.copyOf(whole, round % 3 == 0 ? random.nextInt(whole.length) : whole.length);
      for (int i = 0; i < 1 + round && broken.length > 0; i++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      assertThat(read(broken, LIMITS)).isNotNull();
    }
    for (String none : new String[] {"", "%PDF-1.7", "<html>no document</html>"}) {
      assertThat(why(read(none.getBytes(StandardCharsets.UTF_8), LIMITS))).contains(Why.BROKEN);
    }
  }

  @Test
  void aBombOfAPageIsTooLargeOrTooSlow() throws Exception {
    PDDocument bomb = new PDDocument();
    PDPage page = new PDPage();
    bomb.addPage(page);
    PDStream stream = new PDStream(bomb);
    byte[] words = " q Q".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      for (int i = 0; i < 400; i++) {
        out.write(words);
      }
    }
    page.setContents(stream);
    byte[] document = bytes(bomb);
    assertThat(document.length).isLessThan(1 << 20);
    Result small = read(document, LIMITS.withTime(Duration.ofMillis(200)));
    assertThat(why(small)).isPresent().get().isIn(Why.TOO_LARGE, Why.TOO_SLOW);
    assertThat(why(read(document, LIMITS.withSizes(1000, 1 << 20)))).contains(Why.TOO_LARGE);
  }

  @Test
  void aDocumentWithoutTextSaysSo() throws Exception {
    PDDocument empty = new PDDocument();
    empty.addPage(new PDPage());
    assertThat(why(read(bytes(empty), LIMITS))).contains(Why.NO_TEXT);
  }

  @Test
  void anInterruptedReaderEndsAtOnce() throws Exception {
    byte[] document = bytes(document("one"));
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedWorkException.class)
        .isThrownBy(() -> read(document, LIMITS));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void unreadableSaysWhyInASentence() throws Exception {
    Result broken = read(new byte[] {1, 2, 3}, LIMITS);
    assertThat(broken.fold(t -> "", Unreadable::reason)).isEqualTo("the document is broken");
  }
}
