package dev.prospector.adapter.export.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The page around the leads. Its policy allows exactly its own style and script, by their digests,
 * and no request: even mark-up that came in by a mistake of ours could do nothing.
 */
final class ReportPage {

  private static final String STYLE = resource("report.css");
  private static final String SCRIPT =
      "(() => {\n'use strict';\n"
          + resource("words.js")
          + resource("pictures.js")
          + resource("facts.js")
          + resource("source.js")
          + resource("report.js")
          + "})();\n";

  private final Writer out;
  private final ReportSettings settings;
  private boolean first = true;
  private Map<String, Object> run = Map.of();

  ReportPage(Writer out, ReportSettings settings) {
    this.out = out;
    this.settings = settings;
  }

  /** Begins the page; the leads' mark-up follows. */
  void begin(Map<String, Object> tally, String summary) throws IOException {
    run = new LinkedHashMap<>(tally);
    run.put("title", settings.title());
    run.put("lang", settings.language().tag());
    out.write(
        part(0)
            .replace("{{policy}}", policy())
            .replace("{{lang}}", settings.language().tag())
            .replace("{{style}}", STYLE)
            .replace("{{title}}", Html.escaped(settings.title()))
            .replace("{{summary}}", Html.escaped(summary)));
  }

  /** Ends the leads that are shown in full; lines of a table with the others follow. */
  void beginRest() throws IOException {
    out.write(part(1));
  }

  /** Writes mark-up. */
  void write(String markup) throws IOException {
    out.write(markup);
    out.write('\n');
  }

  /** Ends the mark-up; the data of the script follow. */
  void beginRows() throws IOException {
    out.write(part(2));
    data("run", ReportJson.of(run));
    data("labels", Labels.JSON.replace("<", "\\u003c"));
    out.write("<script type=\"application/json\" id=\"rows\">[\n");
  }

  /** The page in three: before the leads, between them and the table, after the table. */
  private static String part(int number) {
    return resource("report.html").split("\\{\\{(?:leads|rest)}}")[number];
  }

  void row(String json) throws IOException {
    out.write(first ? "" : ",\n");
    out.write(json);
    first = false;
  }

  void endRows() throws IOException {
    out.write("\n]</script>\n");
  }

  void card(long order, String json) throws IOException {
    data("lead-" + order, json);
  }

  void end() throws IOException {
    out.write("<script>" + SCRIPT + "</script>\n</body>\n</html>\n");
  }

  private void data(String id, String json) throws IOException {
    out.write("<script type=\"application/json\" id=\"" + id + "\">" + json + "</script>\n");
  }

  private static String policy() {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src '"
        + digest(STYLE)
        + "'; script-src '"
        + digest(SCRIPT)
        + "'";
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(ReportPage.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
