import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes an archive and a list of a corpus, and checks results by their documented form alone. */
final class Corpus {

  private static final JsonMapper JSON = JsonMapper.shared();

  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "prepare" -> prepare(Path.of(arguments[1]), Path.of(arguments[2]));
      case "check" -> check(Path.of(arguments[1]), Path.of(arguments[2]));
      default -> throw new IllegalArgumentException("prepare or check");
    }
  }

  /** Every page gets an address of its own; pages without one are sites of their own. */
  private static void prepare(Path gold, Path work) throws IOException {
    Map<String, String> files = files(work.resolve("pages"));
    Set<String> addresses = new HashSet<>();
    Map<String, String> leads = new LinkedHashMap<>();
    StringBuilder index = new StringBuilder("url,file,status,content_type\n");
    int number = 0;
    for (String line : Files.readAllLines(gold)) {
      JsonNode page = JSON.readTree(line);
      String id = page.path("id").asString();
      String file = files.get(id.substring(id.lastIndexOf('/') + 1) + "|" + folder(id));
      if (file == null) {
        throw new IOException("no page for " + id);
      }
      number++;
      String url = page.path("url").asString("");
      if (!url.startsWith("http")) {
        url = "http://page" + number + ".example/";
      }
      if (!addresses.add(url)) {
        url += (url.contains("?") ? "&" : "?") + "copy=" + number;
        addresses.add(url);
      }
      index.append(cell(url)).append(',').append(cell(file)).append(",200,");
      index.append("text/html; charset=utf-8\n");
      String domain = page.path("domain").asString("");
      leads.putIfAbsent(domain.isEmpty() ? url : domain, url);
    }
    Files.writeString(work.resolve("pages/index.csv"), index);
    StringBuilder list = new StringBuilder("website\n");
    leads.values().forEach(url -> list.append(cell(url)).append('\n'));
    Files.writeString(work.resolve("leads.csv"), list);
    System.out.println(number + " pages, " + leads.size() + " leads");
  }

  private static String folder(String id) {
    return id.contains("/") ? id.substring(0, id.indexOf('/')) : "";
  }

  /** Files by name without ending and by the folder that the id begins with. */
  private static Map<String, String> files(Path pages) throws IOException {
    Map<String, String> files = new HashMap<>();
    try (Stream<Path> all = Files.walk(pages)) {
      for (Path file : all.filter(f -> f.toString().endsWith(".html")).toList()) {
        String path = pages.relativize(file).toString().replace('\\', '/');
        String id = path.substring(0, path.length() - ".html".length());
        files.put(id.substring(id.lastIndexOf('/') + 1) + "|" + folder(id), path);
      }
    }
    return files;
  }

  private static String cell(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static void check(Path leads, Path texts) throws Exception {
    Map<String, int[]> kept = new HashMap<>();
    Map<String, Integer> byField = new java.util.TreeMap<>();
    Map<String, Integer> byStatus = new java.util.TreeMap<>();
    Set<String> quoted = new LinkedHashSet<>();
    int claims = 0;
    List<String> lines = Files.readAllLines(leads);
    for (String line : lines) {
      JsonNode lead = JSON.readTree(line);
      byStatus.merge(lead.path("status").asString(), 1, Integer::sum);
      for (JsonNode claim : lead.path("claims")) {
        String snapshot = claim.path("snapshot").asString();
        int[] text = kept.containsKey(snapshot) ? kept.get(snapshot) : read(texts, snapshot);
        kept.put(snapshot, text);
        int start = claim.path("start").asInt(-1);
        int end = claim.path("end").asInt(-1);
        String quote = claim.path("quote").asString("");
        if (quote.isEmpty() || !new String(text, start, end - start).equals(quote)) {
          throw new IllegalStateException("does not stand in its text: " + claim);
        }
        quoted.add(snapshot);
        byField.merge(claim.path("field").asString(), 1, Integer::sum);
        claims++;
      }
    }
    System.out.println(lines.size() + " leads " + byStatus);
    System.out.println(claims + " claims, all quotes stand in " + quoted.size() + " kept texts");
    System.out.println(byField);
    checkArgued(lines);
  }

  /** What was argued and written is counted; what the gate found in a text fails the check. */
  private static void checkArgued(List<String> lines) throws Exception {
    Map<String, Integer> pains = new java.util.TreeMap<>();
    Map<String, Integer> triggers = new java.util.TreeMap<>();
    Map<String, Integer> drafts = new java.util.TreeMap<>();
    for (String line : lines) {
      JsonNode sections = JSON.readTree(line).path("sections");
      JsonNode strongest = sections.at("/pain_points/pains/0/statement/ground");
      if (sections.has("pain_points")) {
        pains.merge(strongest.asString("none"), 1, Integer::sum);
      }
      for (JsonNode trigger : sections.at("/buying_triggers/triggers")) {
        triggers.merge(trigger.path("kind").asString(), 1, Integer::sum);
      }
      for (JsonNode draft : sections.at("/messages/drafts")) {
        drafts.merge(draft.path("channel").asString(), 1, Integer::sum);
        requireNothingFound(draft.path("found"));
      }
      requireNothingFound(sections.at("/briefing/found"));
    }
    if (!pains.isEmpty()) {
      System.out.println("leads by ground of their strongest pain " + pains);
      System.out.println("triggers by kind " + triggers);
      System.out.println("drafts by channel " + drafts + ", the gate finds nothing in any text");
    }
  }

  private static void requireNothingFound(JsonNode found) {
    if (!found.isMissingNode() && !found.isEmpty()) {
      throw new IllegalStateException("the gate finds " + found);
    }
  }

  private static int[] read(Path texts, String snapshot) throws Exception {
    byte[] bytes = Files.readAllBytes(texts.resolve(snapshot + ".txt"));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    if (!HexFormat.of().formatHex(digest).equals(snapshot)) {
      throw new IllegalStateException("the text does not hash to its name: " + snapshot);
    }
    return new String(bytes, StandardCharsets.UTF_8).codePoints().toArray();
  }
}
