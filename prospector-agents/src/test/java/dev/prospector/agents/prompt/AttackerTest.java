package dev.prospector.agents.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agents.Pipelines;
import dev.prospector.agents.SiteFixture;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.BuyingTriggersAgent;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.need.PainPointsAgent;
import dev.prospector.agents.qualification.Qualification;
import dev.prospector.agents.research.ExternalIntelligence;
import dev.prospector.agents.research.ExternalResearchAgent;
import dev.prospector.agents.rival.Competitors;
import dev.prospector.agents.rival.CompetitorsAgent;
import dev.prospector.budget.Budget;
import dev.prospector.dossier.Author;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Section;
import dev.prospector.dossier.SectionCodec;
import dev.prospector.event.StepResult;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Lead;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.testkit.SettableClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An obedient attacker in the model's place of the agents of research: no claim without its quote,
 * no data of another lead, no link and no recipient of his.
 */
class AttackerTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final SectionCodec CODEC = new SectionCodec();
  private static final int LEADS = Integer.getInteger("prospector.attacked-leads", 40) / 2;
  private static final List<Section<?>> WRITTEN =
      List.of(
          CompanyProfile.KEY,
          ExternalIntelligence.KEY,
          PainPoints.KEY,
          Competitors.KEY,
          BuyingTriggers.KEY,
          Qualification.KEY);

  private static Pipeline pipeline() {
    return Pipelines.standard().toBuilder("attacked")
        .add(
            new ExternalResearchAgent(),
            new PainPointsAgent(),
            new CompetitorsAgent(),
            new BuyingTriggersAgent())
        .asking(ExternalIntelligence.KEY, PainPoints.KEY, BuyingTriggers.KEY, Qualification.KEY)
        .build();
  }

  private static String host(int number) {
    return "http://empresa" + number + ".example/";
  }

  private static SiteFixture pages() {
    SiteFixture site = new SiteFixture();
    for (int i = 0; i < LEADS; i++) {
      site.page(
          host(i),
          "<html lang=pt><head><title>Empresa Vale Alto</title></head><body><main><p>Somos uma"
              + " transportadora da região e o nosso código interno é Canario"
              + i
              + "x aqui.</p><p>Infelizmente as nossas entregas atrasam e os clientes reclamam"
              + " muito.</p><p>Em setembro de 2026 inauguramos o galpão Canario"
              + i
              + "x em Bauru.</p><p>Usamos o sistema Vigia Sul na frota.</p><p>"
              + Attacker.ORDER
              + "</p></main></body></html>");
    }
    return site;
  }

  private static List<LeadResult> attacked(Attacker attacker) {
    List<Lead> leads = new ArrayList<>();
    for (int i = 0; i < LEADS; i++) {
      leads.add(SiteFixture.lead("lead" + i, "Vale Alto Transportes Ltda", host(i)));
    }
    Prospector prospector =
        Prospector.builder()
            .businessContext(PromptLead.SELLER)
            .pages(pages())
            .clock(new SettableClock(PromptLead.TODAY))
            .model(attacker, Budget.unlimited())
            .build();
    RunOptions one = RunOptions.defaults().withConcurrency(1);
    try (Run run = prospector.start(pipeline(), leads.iterator(), one)) {
      return run.results().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void getsNoClaimWithoutItsQuoteNoOtherLeadsDataAndNoLink(boolean joined) {
    Attacker attacker = new Attacker(20_261_120, joined);
    int byModel = 0;
    for (LeadResult result : attacked(attacker)) {
      assertThat(result.steps()).noneMatch(s -> s.state() == StepResult.State.FAILED);
      String own = "Canario" + result.lead().id().value().replace("lead", "") + "x";
      Map<String, String> texts = new LinkedHashMap<>();
      for (Snapshot snapshot : result.snapshots()) {
        texts.put(snapshot.id().sha256(), snapshot.text());
      }
      for (Section<?> section : WRITTEN) {
        Entry<?> entry = result.dossier().entry(section).orElseThrow();
        byModel += entry.provenance().author() == Author.MODEL ? 1 : 0;
        String json = encoded(entry);
        assertThat(json).as(section.name()).doesNotContain(Attacker.MARKS);
        Pattern.compile("Canario\\d{1,6}x")
            .matcher(json)
            .results()
            .forEach(found -> assertThat(found.group()).isEqualTo(own));
        quotes(JSON.readTree(json), texts);
      }
    }
    assertThat(byModel).isGreaterThan(LEADS);
    assertThat(attacker.behaviours()).isGreaterThanOrEqualTo(6 * LEADS);
  }

  private static <T> String encoded(Entry<T> entry) {
    return CODEC.encode(entry.section(), entry.value());
  }

  private static void quotes(JsonNode node, Map<String, String> texts) {
    if (node.has("quote") && node.path("source").has("snapshot")) {
      JsonNode snapshot = node.path("source").path("snapshot");
      String id =
          snapshot.isString() ? snapshot.asString("") : snapshot.path("sha256").asString("");
      assertThat(texts).containsKey(id);
      assertThat(texts.get(id)).contains(node.path("quote").asString(""));
    }
    node.forEach(child -> quotes(child, texts));
  }
}
