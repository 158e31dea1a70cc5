package dev.prospector.adapter.web.internal;

import dev.prospector.web.DocumentReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes a page of a document: its lines are those of the page, so that each can be quoted. */
public final class DocumentPage {

  private static final String TYPE = "content-type";

  private DocumentPage() {}

  /** Returns the type of a document without parameters, in lower case. */
  public static String type(String contentType) {
    return contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  /** Returns the document as HTML. */
  public static String html(DocumentReader.Text document) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html><html><head><title>");
    escape(document.title(), html);
    html.append("</title></head><body><main>");
    for (String page : document.pages()) {
      html.append("<section>");
      page.lines().filter(line -> !line.isBlank()).forEach(line -> paragraph(line, html));
      html.append("</section>");
    }
    return html.append("</main></body></html>").toString();
  }

  private static void paragraph(String line, StringBuilder html) {
    html.append("<p>");
    escape(line.strip(), html);
    html.append("</p>");
  }

  private static void escape(String text, StringBuilder html) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '&' -> html.append("&amp;");
        default -> html.append(text.charAt(i));
      }
    }
  }

  /** Returns the headers of the page, which say of which type the document was. */
  public static Map<String, List<String>> headers(Map<String, List<String>> ofDocument) {
    Map<String, List<String>> headers = new LinkedHashMap<>(ofDocument);
    List<String> was = headers.put(TYPE, List.of("text/html; charset=utf-8"));
    headers.put("x-document-type", was == null ? List.of() : was);
    return headers;
  }
}
