package dev.prospector.agents.prompt;

import dev.prospector.Prospector;
import dev.prospector.agents.Pipelines;
import dev.prospector.agents.SiteFixture;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.budget.Budget;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.context.BusinessContext.Text;
import dev.prospector.lead.Lead;
import dev.prospector.model.LanguageModel;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.testkit.SettableClock;
import java.time.Instant;
import java.util.List;

/** One company with enough on its pages for every agent, and a seller who might want it. */
public final class PromptLead {

  public static final Instant TODAY = Instant.parse("2026-11-20T00:00:00Z");

  public static final BusinessContext SELLER =
      SiteFixture.SELLER.toBuilder()
          .text(Text.TONE, "cordial e direto")
          .text(
              Text.VALUE_PROPOSITION,
              "Menos quilômetros rodados e uma hora de chegada em que o cliente pode confiar")
          .items(
              Items.PRODUCTS,
              List.of(
                  "Planejador de rotas com janelas de entrega",
                  "Telemetria de consumo de combustível por veículo"))
          .items(
              Items.ADVANTAGES,
              List.of(
                  "implantação em três semanas", "funciona com os rastreadores que a frota já tem"))
          .build();

  public static final Lead LEAD =
      SiteFixture.lead("1", "TRANSPORTES SERRA AZUL LTDA", "serraazul.example");

  private PromptLead() {}

  /** Returns the pages. */
  public static SiteFixture site() {
    return SiteFixture.haulage()
        .page(
            "http://serraazul.example/",
            page(
                "Transportes Serra Azul",
                "<nav><a href='/contato'>Contato</a> <a href='/sobre'>Sobre nós</a>"
                    + " <a href='/noticias'>Notícias</a></nav><main><h1>Transporte de carga no"
                    + " interior de São Paulo</h1><p>Somos uma transportadora com frota própria e"
                    + " rotas regionais. Cuidamos das suas cargas e das suas entregas todos os"
                    + " dias. Usamos o rastreador Vigia Sul em todos os veículos.</p><p>Nosso custo"
                    + " de combustível subiu demais e nos preocupa todo mês. Muitas cargas ainda"
                    + " chegam depois da hora marcada, e os clientes reclamam.</p></main>"))
        .page(
            "http://serraazul.example/sobre",
            page(
                "Sobre nós",
                "<h1>Quem somos</h1><p>A empresa foi fundada em 1987 e hoje tem 120 colaboradores."
                    + " Atendemos Bauru, Marília e Jaú.</p><h3>Rogério Valadão</h3><p>Gerente de"
                    + " transportes</p>"))
        .page(
            "http://serraazul.example/noticias",
            page(
                "Notícias",
                "<h1>Notícias</h1><h2>Setembro de 2026 – Novo galpão</h2><p>Inauguramos em Bauru o"
                    + " nosso segundo galpão, ao lado da rodovia.</p><h2>Maio de 2026 –"
                    + " Tecnologia</h2><p>A equipe está avaliando fornecedores de rastreamento e"
                    + " pretende decidir até dezembro.</p><h2>Março de 2019 – Filial</h2><p>Abrimos"
                    + " a filial de Marília.</p>"));
  }

  private static String page(String title, String body) {
    return "<html lang=pt><head><title>"
        + title
        + "</title></head><body>"
        + body
        + "</body></html>";
  }

  /** Runs it through the whole catalogue with a model. */
  public static LeadResult run(LanguageModel model) {
    return run(site(), SELLER, model);
  }

  /** Runs pages through the whole catalogue with a model. */
  public static LeadResult run(SiteFixture site, BusinessContext seller, LanguageModel model) {
    return run(
        Prospector.builder().businessContext(seller).pages(site).model(model, Budget.unlimited()));
  }

  /** Runs it through the whole catalogue. */
  public static LeadResult run(Prospector.Builder with) {
    Prospector prospector = with.clock(new SettableClock(TODAY)).build();
    try (Run run = prospector.start(Pipelines.enhanced(Tier.NOT_QUALIFIED), List.of(LEAD))) {
      return run.results().findFirst().orElseThrow();
    }
  }
}
