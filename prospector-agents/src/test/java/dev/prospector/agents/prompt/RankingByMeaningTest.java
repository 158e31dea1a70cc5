package dev.prospector.agents.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agents.SiteFixture;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.budget.Budget;
import dev.prospector.call.Effect;
import dev.prospector.model.Embedder;
import dev.prospector.model.Models;
import dev.prospector.run.LeadResult;
import dev.prospector.testkit.WordEmbedder;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** An embedder that is set ranks passages, is told no personal data, and stands in fingerprints. */
class RankingByMeaningTest {

  private static final class Listening implements Embedder {
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final Embedder words = new WordEmbedder();

    @Override
    public String name() {
      return words.name();
    }

    @Override
    public int dimensions() {
      return words.dimensions();
    }

    @Override
    public List<float[]> embed(List<String> texts) throws InterruptedException {
      told.addAll(texts);
      return words.embed(texts);
    }

    @Override
    public Effect effect() {
      return words.effect();
    }
  }

  private static SiteFixture site() {
    return PromptLead.site()
        .page(
            "http://serraazul.example/sobre",
            "<html lang=pt><body><main><p>A empresa atende Bauru. Fale com joao.prado@gmail.example"
                + " ou (11) 91234-5678 sobre vagas.</p></main></body></html>");
  }

  private static LeadResult run(Models models) {
    return PromptLead.run(
        Prospector.builder()
            .businessContext(PromptLead.SELLER)
            .pages(site())
            .models(models, Budget.unlimited()));
  }

  @Test
  void isToldPassagesWithoutPersonalData() {
    Listening embedder = new Listening();
    String empty =
        "{\"services\":[],\"customers\":[],\"places\":[],\"founded\":[],\"employees\":[],"
            + "\"industry\":[],\"challenges\":[]}";
    ByForm model = new ByForm().answering("company-analysis", empty);
    LeadResult with = run(Models.of(model).withEmbedder(embedder));
    assertThat(embedder.told).anyMatch(text -> text.contains("A empresa atende Bauru"));
    assertThat(String.join("\n", embedder.told)).doesNotContain("91234", "joao.prado");

    LeadResult without = run(Models.of(model));
    assertThat(with.dossier().entry(CompanyProfile.KEY).orElseThrow().provenance().inputs())
        .isNotEqualTo(
            without.dossier().entry(CompanyProfile.KEY).orElseThrow().provenance().inputs());
  }
}
