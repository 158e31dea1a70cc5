package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.cli.LocalWeb.Answer;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Searches, a register and verifiers beside pages, all on this machine. */
class LookUpsTest {

  private static final String NUMBER = "11222333000181";
  private static final String KEY = "secret-of-brave";
  private static final String HERE = "127.0.0.1";

  @TempDir private Path folder;
  private final LocalWeb web;

  LookUpsTest() throws Exception {
    web = LocalWeb.start();
  }

  @AfterEach
  void stop() {
    web.close();
  }

  private void list(String... rows) throws Exception {
    Files.write(
        folder.resolve("list.csv"),
        Stream.concat(Stream.of("name,city,state,country,website,cnpj"), Arrays.stream(rows))
            .toList());
  }

  private void site(String text) throws Exception {
    Path pages = Files.createDirectories(folder.resolve("pages"));
    Files.writeString(
        pages.resolve("index.csv"), "url,file\nhttps://frotaazul.example/,home.html\n");
    Files.writeString(
        pages.resolve("home.html"),
        "<html><body><h1>Frota Azul</h1><p>" + text + "</p></body></html>");
  }

  private JsonNode enriched(Map<String, String> environment, Object... more) throws Exception {
    Object[] words =
        Stream.concat(
                Stream.of("enrich", folder.resolve("list.csv"), "--as-of", "2026-11-30"),
                Arrays.stream(more))
            .toArray();
    Invocation run = Invocation.of(environment, folder, words);
    assertThat(run.code()).as(run.err()).isZero();
    return JsonLines.parse(run.out()).get(0);
  }

  private Path register() throws Exception {
    Path data = Files.createDirectories(folder.resolve("receita"));
    write(data, "K1.EMPRECSV", "11222333;AÇO FORTE LTDA;2062;49;1,00;05;");
    write(
        data,
        "K1.ESTABELE",
        "11222333;0001;81;1;;02;20131003;00;;;20131003;2511000;;RUA;DAS FLORES;10;;CENTRO;"
            + "01310100;SP;7107;11;33334444;;;;;;;");
    write(data, "F.MUNICCSV", "7107;SÃO PAULO");
    Path register = folder.resolve("registry.db");
    Invocation.of(folder, "registry", "import", data, "--into", register);
    return register;
  }

  private static void write(Path data, String name, String row) throws Exception {
    Files.write(data.resolve(name), (row + "\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void anImportedRegisterGivesCandidatesAndNoneIsPickedInDoubt() throws Exception {
    Path register = register();
    list("Aço Forte Ltda,São Paulo,SP,Brasil,,");
    JsonNode sure = enriched(Map.of(), "--offline", "--registry", register);
    assertThat(sure.toString()).contains("FOUND_BY_NAME", NUMBER);
    list("Aço Forte,Curitiba,PR,Brasil,,");
    JsonNode doubtful = enriched(Map.of(), "--offline", "--registry", register);
    assertThat(doubtful.toString()).contains("\"CANDIDATES\"", "OTHER_PLACE", "AÇO FORTE LTDA");
    assertThat(doubtful.toString()).doesNotContain("FOUND_BY_NAME");
  }

  @Test
  void aServiceOfTheRegisterIsAskedForTheNumber() throws Exception {
    web.page(
        HERE,
        "/api/cnpj/v1/" + NUMBER,
        Answer.text(
            "application/json",
            "{\"cnpj\":\""
                + NUMBER
                + "\",\"razao_social\":\"AÇO FORTE LTDA\","
                + "\"descricao_situacao_cadastral\":\"ATIVA\"}"));
    list("Aço Forte,São Paulo,SP,Brasil,,11.222.333/0001-81");
    JsonNode lead = enriched(Map.of(), "--offline", "--registry", "brasilapi=" + web.origin(HERE));
    assertThat(lead.toString()).contains("\"FOUND\"", "AÇO FORTE LTDA", "ATIVA");
  }

  @Test
  void aSearchIsPaidFromTheBudgetAndItsKeyIsKeptNowhere() throws Exception {
    site("Transportes");
    web.service(HERE, query -> Answer.text("application/json", "{\"web\":{\"results\":[]}}"));
    list("Frota Azul,São Paulo,SP,Brasil,https://frotaazul.example/,");
    Path store = folder.resolve("runs.db");
    Object[] words = {
      "enrich",
      folder.resolve("list.csv"),
      "--pages",
      folder.resolve("pages"),
      "--pipeline",
      "enhanced",
      "--search",
      "brave=" + web.origin(HERE),
      "--price",
      "brave=0.01",
      "--max-cost",
      "0.02",
      "--store",
      "sqlite:" + store,
      "--run-id",
      "searched",
      "--out",
      folder.resolve("leads.jsonl")
    };
    Invocation run = Invocation.of(Map.of("BRAVE_API_KEY", KEY), folder, words);
    assertThat(run.code()).as(run.err()).isZero();
    // Two requests are paid for, and no third one is made.
    assertThat(web.ledger()).hasSize(2);
    assertThat(run.err()).contains("0.02");
    assertThat(run.err() + run.out()).doesNotContain(KEY);
    for (Path file : files(folder)) {
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
          .as(file.toString())
          .doesNotContain(KEY);
    }
    Invocation show = Invocation.of(folder, "runs", "--json", "--store", "sqlite:" + store);
    assertThat(show.out()).contains("\"search\":\"brave=" + web.origin(HERE));
    Invocation other =
        Invocation.of(
            Map.of("BRAVE_API_KEY", KEY),
            folder,
            Arrays.stream(words).map(w -> w.equals("brave=0.01") ? "brave=0.02" : w).toArray());
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("another price");
  }

  private static List<Path> files(Path folder) throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aPresentationOfTheCompanyIsReadAsAPageAndQuoted() throws Exception {
    site("<a href='/apresentacao.pdf'>Apresentação da empresa</a> Transportes de cargas");
    Path pages = folder.resolve("pages");
    Files.writeString(
        pages.resolve("index.csv"),
        "url,file,content_type\nhttps://frotaazul.example/,home.html,text/html\n"
            + "https://frotaazul.example/apresentacao.pdf,a.pdf,application/pdf\n");
    Files.writeString(
        pages.resolve("a.pdf"), pdf("Fale com a diretoria: diretoria@frotaazul.example"));
    list("Frota Azul,São Paulo,SP,Brasil,https://frotaazul.example/,");
    JsonNode lead = enriched(Map.of(), "--pages", pages);
    assertThat(lead.path("claims").valueStream())
        .anyMatch(
            claim ->
                claim.path("value").asString("").equals("diretoria@frotaazul.example")
                    && claim.path("address").asString("").endsWith("/apresentacao.pdf"));
  }

  /** A document of one line. */
  private static String pdf(String line) {
    String content = "BT /F1 12 Tf 72 700 Td (" + line + ") Tj ET";
    return """
    %%PDF-1.4
    1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
    2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
    3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R
      /Resources << /Font << /F1 5 0 R >> >> >> endobj
    4 0 obj << /Length %d >>
    stream
    %s
    endstream
    endobj
    5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
    trailer << /Root 1 0 R >>
    %%%%EOF
    """
        .formatted(content.length(), content);
  }

  @Test
  void addressesOfADomainThatDoesNotExistAreSetApart() throws Exception {
    site("vendas@frotaazul.example, rh@gone.example, tel. +55 11 3456-7890");
    list("Frota Azul,São Paulo,SP,Brasil,https://frotaazul.example/,");
    Object[] pages = {"--pages", folder.resolve("pages")};
    assertThat(enriched(Map.of(), pages).toString()).contains("\"check\":null", "\"refused\":[]");
    try (DatagramSocket dns = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      Thread answering = new Thread(() -> answer(dns), "dns");
      answering.setDaemon(true);
      answering.start();
      String lead =
          enriched(
                  Map.of(),
                  pages[0],
                  pages[1],
                  "--verify",
                  "email=127.0.0.1:" + dns.getLocalPort() + ",phone")
              .toString();
      assertThat(lead).contains("there is no such domain", "the domain takes mail");
      assertThat(lead).contains("the numbering plan has it");
    }
  }

  /** Says of the domain 'gone.example' that there is none, and of all others one mail host. */
  private static void answer(DatagramSocket dns) {
    byte[] buffer = new byte[600];
    try {
      while (true) {
        DatagramPacket asked = new DatagramPacket(buffer, buffer.length);
        dns.receive(asked);
        byte[] answer = answer(Arrays.copyOf(buffer, asked.getLength()));
        dns.send(new DatagramPacket(answer, answer.length, asked.getSocketAddress()));
      }
    } catch (SocketException e) {
      return; // Closed.
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] answer(byte[] asked) {
    int end = 12;
    while (asked[end] != 0) {
      end += asked[end] + 1;
    }
    end += 5;
    boolean gone = new String(asked, 12, end - 12, StandardCharsets.ISO_8859_1).contains("gone");
    ByteBuffer answer = ByteBuffer.allocate(600);
    answer.put(asked, 0, 2).putShort((short) (gone ? 0x8183 : 0x8180));
    answer.putShort((short) 1).putShort((short) (gone ? 0 : 1)).putInt(0);
    answer.put(asked, 12, end - 12);
    if (!gone) {
      // The name of the question, MX, IN, a minute, preference 10, and the same name.
      answer.putShort((short) 0xC00C).putShort((short) 15).putShort((short) 1).putInt(60);
      answer.putShort((short) 4).putShort((short) 10).putShort((short) 0xC00C);
    }
    return Arrays.copyOf(answer.array(), answer.position());
  }

  @Test
  void whatCannotBeUsedIsSaidBeforeAnythingIsMade() throws Exception {
    list("Frota Azul,,,,,");
    for (List<String> wrong :
        List.of(
            List.of("--search", "brave", "BRAVE_API_KEY"),
            List.of("--search", "searxng", "searxng=http://HOST:PORT"),
            List.of("--search", "bing", "there is no search 'bing'"),
            List.of("--search", "archive", "--pages"),
            List.of("--registry", "none.db", "registry import"),
            List.of("--verify", "fax", "email and phone"),
            List.of("--verify", "phone=twilio", "TWILIO_ACCOUNT_SID"),
            List.of("--max-cost", "1.00", "--model"))) {
      Invocation run =
          Invocation.of(
              folder,
              "enrich",
              folder.resolve("list.csv"),
              "--offline",
              wrong.get(0),
              wrong.get(1),
              "--store",
              "sqlite:" + folder.resolve("none.db.store"));
      assertThat(run.code()).as(wrong + run.err()).isEqualTo(2);
      assertThat(run.err()).contains(wrong.get(2));
      assertThat(folder.resolve("none.db.store")).doesNotExist();
    }
  }

  @Test
  void doctorSaysWhatIsLookedUpAndWhatIsNot() throws Exception {
    Invocation none = Invocation.of(folder, "doctor");
    assertThat(none.out()).contains("--search NAME", "--registry FILE", "--verify email,phone");
    Invocation given =
        Invocation.of(
            Map.of("TAVILY_API_KEY", "k"),
            folder,
            "doctor",
            "--search",
            "tavily,searxng=http://127.0.0.1:8080",
            "--registry",
            register(),
            "--verify",
            "email,phone");
    assertThat(given.code()).as(given.out()).isZero();
    assertThat(given.out())
        .contains(
            "key in TAVILY_API_KEY", "0.008", "no key", "local register", "e-mail by the DNS");
    Invocation lacking = Invocation.of(folder, "doctor", "--search", "serper");
    assertThat(lacking.code()).isEqualTo(2);
    assertThat(lacking.out()).contains("SERPER_API_KEY");
  }
}
