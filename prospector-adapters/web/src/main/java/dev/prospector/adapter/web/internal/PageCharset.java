package dev.prospector.adapter.web.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out in which character set a page is written, as browsers do (HTML standard, section
 * 13.2.3.2, "Determining the character encoding"): by byte order mark, by header, by a declaration
 * in the page's beginning; else UTF-8 if the bytes are that, else windows-1252.
 */
public final class PageCharset {

  private static final int PRESCAN = 2_048;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final Pattern PARAMETER =
      Pattern.compile("charset\\s{0,9}=\\s{0,9}[\"']?\\s{0,9}([A-Za-z0-9_:.+-]{1,40})");
  private static final Pattern COMMENT = Pattern.compile("<!--.{0,2048}?-->", Pattern.DOTALL);
  private static final Pattern META = Pattern.compile("<meta[\\s/][^>]{0,1000}");
  private static final Pattern XML =
      Pattern.compile(
          "^\\s{0,9}<\\?xml[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"']([A-Za-z0-9_.-]+)");

  /** Labels that the Encoding standard gives another meaning than Java does. */
  private static final Map<String, Charset> LABELS =
      Map.ofEntries(
          Map.entry("ascii", WINDOWS),
          Map.entry("us-ascii", WINDOWS),
          Map.entry("iso-8859-1", WINDOWS),
          Map.entry("iso8859-1", WINDOWS),
          Map.entry("iso88591", WINDOWS),
          Map.entry("latin1", WINDOWS),
          Map.entry("l1", WINDOWS),
          Map.entry("cp1252", WINDOWS),
          Map.entry("x-cp1252", WINDOWS),
          Map.entry("utf8", StandardCharsets.UTF_8),
          Map.entry("unicode-1-1-utf-8", StandardCharsets.UTF_8),
          Map.entry("utf-16", StandardCharsets.UTF_16LE));

  private PageCharset() {}

  /** Returns the text without its byte order mark; what is not in the set is replaced. */
  public static String decode(byte[] body, String contentType) {
    Optional<Charset> marked = byMark(body);
    if (marked.isPresent()) {
      int mark = marked.get() == StandardCharsets.UTF_8 ? 3 : 2;
      return new String(body, mark, body.length - mark, marked.get());
    }
    Charset declared =
        parameter(contentType.toLowerCase(Locale.ROOT))
            .or(() -> byDeclaration(body))
            .orElseGet(() -> isUtf8(body) ? StandardCharsets.UTF_8 : WINDOWS);
    return new String(body, repaired(declared, body));
  }

  /**
   * A declaration is wrong where the bytes prove it: text beyond ASCII that is UTF-8 throughout is
   * not windows-1252, and a text without one letter of UTF-8 beyond ASCII is not UTF-8. Then the
   * page's own declaration counts, if it names another set than the header.
   */
  private static Charset repaired(Charset declared, byte[] body) {
    boolean western = declared.equals(WINDOWS) || declared.name().equals("ISO-8859-15");
    if (western && isUtf8(body) && lettersOfUtf8(body) > 0) {
      return StandardCharsets.UTF_8;
    }
    boolean wrong =
        declared.equals(StandardCharsets.UTF_8) && !isUtf8(body) && lettersOfUtf8(body) == 0;
    return wrong
        ? byDeclaration(body).filter(own -> !own.equals(StandardCharsets.UTF_8)).orElse(WINDOWS)
        : declared;
  }

  /** Counts first bytes of UTF-8 that are followed by as many others as they say. */
  private static int lettersOfUtf8(byte[] body) {
    int letters = 0;
    for (int i = 0; i < body.length; i++) {
      int first = body[i] & 0xff;
      int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : 0;
      int followed = 0;
      while (followed < more
          && i + followed + 1 < body.length
          && (body[i + followed + 1] & 0xc0) == 0x80) {
        followed++;
      }
      letters += more > 0 && followed == more ? 1 : 0;
    }
    return letters;
  }

  private static Optional<Charset> byMark(byte[] body) {
    if (startsWith(body, 0xef, 0xbb, 0xbf)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (startsWith(body, 0xfe, 0xff)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return startsWith(body, 0xff, 0xfe) ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
  }

  /** A page that can be read so far is not UTF-16, even if it says so: the standard takes UTF-8. */
  private static Optional<Charset> byDeclaration(byte[] body) {
    int length = Math.min(body.length, PRESCAN);
    String written = new String(body, 0, length, StandardCharsets.ISO_8859_1);
    String start = COMMENT.matcher(written.toLowerCase(Locale.ROOT)).replaceAll("");
    Matcher meta = META.matcher(start);
    while (meta.find()) {
      Optional<Charset> found = parameter(meta.group());
      if (found.isPresent()) {
        return found.map(PageCharset::narrow);
      }
    }
    Matcher xml = XML.matcher(start);
    return xml.find() ? named(xml.group(1)).map(PageCharset::narrow) : Optional.empty();
  }

  private static Charset narrow(Charset declared) {
    return declared.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : declared;
  }

  private static Optional<Charset> parameter(String text) {
    Matcher matcher = PARAMETER.matcher(text);
    return matcher.find() ? named(matcher.group(1)) : Optional.empty();
  }

  private static Optional<Charset> named(String label) {
    Charset charset = LABELS.get(label);
    if (charset != null) {
      return Optional.of(charset);
    }
    try {
      return Optional.of(Charset.forName(label));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // Not the name of a character set, so no declaration.
    }
  }

  private static boolean isUtf8(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)) != null;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean startsWith(byte[] body, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (body.length <= i || (body[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
