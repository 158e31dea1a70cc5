package dev.prospector.agents;

import dev.prospector.Prospector;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.Language;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.web.PageLookup;
import dev.prospector.web.PageSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small company with its site and a seller who might want it. */
public final class SiteFixture implements PageSource {

  public static final BusinessContext SELLER =
      BusinessContext.builder()
          .language(Language.PT_BR)
          .text(BusinessContext.Text.WHAT_WE_SELL, "Rastreamento de frotas para transportadoras")
          .text(
              BusinessContext.Text.TARGET_MARKET,
              "Transportadoras de carga com frota própria e rotas regionais")
          .items(BusinessContext.Items.PAINS, List.of("custo de combustível", "entregas atrasadas"))
          .items(BusinessContext.Items.PLACES, List.of("Brasil"))
          .items(BusinessContext.Items.COMPETITORS, List.of("Rastro Certo Telemetria"))
          .items(BusinessContext.Items.AVOID_DOMAINS, List.of("naoligar.example"))
          .build();

  private final Map<String, String> pages = new LinkedHashMap<>();

  public SiteFixture page(String url, String html) {
    pages.put(url, html);
    return this;
  }

  /** A haulage company that fits the seller. */
  public static SiteFixture haulage() {
    return new SiteFixture()
        .page(
            "http://serraazul.example/",
            "<html lang=pt><head><title>Transportes Serra Azul</title></head><body><nav><a"
                + " href='/contato'>Contato</a> <a href='/sobre'>Sobre"
                + " nós</a></nav><main><h1>Transporte de carga no interior de São"
                + " Paulo</h1><p>Somos uma transportadora com frota própria e rotas regionais."
                + " Cuidamos das suas cargas e das suas entregas todos os dias, mesmo com o custo"
                + " do combustível em alta.</p></main><footer>CNPJ"
                + " 11.222.333/0001-81</footer></body></html>")
        .page(
            "http://serraazul.example/contato",
            "<html lang=pt><head><title>Contato</title></head><body><h1>Fale conosco</h1>"
                + "<p>Telefone (11) 4002-8922</p>"
                + "<p><a href='mailto:contato@serraazul.example'>contato@serraazul.example</a></p>"
                + "</body></html>")
        .page(
            "http://serraazul.example/sobre",
            "<html lang=pt><head><title>Sobre nós</title></head><body><h1>Quem somos</h1><p>A"
                + " empresa foi fundada em 1987 e hoje tem 120 colaboradores. Nossa equipe conhece"
                + " cada estrada da região e cada cliente pelo nome.</p></body></html>");
  }

  public static Lead lead(String id, String name, String website) {
    Company company = Company.named(name).withCountry("Brasil");
    return Lead.of(LeadId.of(id), website.isEmpty() ? company : company.withWebsite(website));
  }

  /** A lead of which the list tells no country. */
  public static Lead bare(String id, String name, String website) {
    return Lead.of(LeadId.of(id), Company.named(name).withWebsite(website));
  }

  /** Runs one lead through a pipeline. */
  public LeadResult run(Pipeline pipeline, BusinessContext context, Lead lead) {
    Prospector prospector = Prospector.builder().businessContext(context).pages(this).build();
    try (Run run = prospector.start(pipeline, List.of(lead))) {
      return run.results().findFirst().orElseThrow();
    }
  }

  @Override
  public PageLookup fetch(String url) {
    String html = pages.getOrDefault(url, pages.get(url + "/"));
    return html == null
        ? new PageLookup.Absent(url, "the fixture has no such page")
        : new PageLookup.Found(url, url, 200, Map.of(), html, null);
  }

  @Override
  public String identity() {
    return "fixture " + pages.hashCode();
  }

  @Override
  public boolean isFixed() {
    return true;
  }
}
