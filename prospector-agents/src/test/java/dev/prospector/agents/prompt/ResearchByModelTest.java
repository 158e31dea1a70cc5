package dev.prospector.agents.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agents.argument.Ground;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.PainCategory;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.research.ExternalIntelligence;
import dev.prospector.agents.research.FindingKind;
import dev.prospector.agents.rival.Competitors;
import dev.prospector.agents.signal.TriggerKind;
import dev.prospector.budget.Budget;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Author;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Section;
import dev.prospector.run.LeadResult;
import dev.prospector.web.WebSearch;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a model adds to the sections of research: what holds of it, and nothing else. */
class ResearchByModelTest {

  private static final String LATE =
      "Muitas cargas ainda chegam depois da hora marcada, e os clientes reclamam";

  private final ByForm model = new ByForm();

  private <T> Entry<T> entry(Section<T> section) {
    LeadResult result = PromptLead.run(model);
    return result.dossier().entry(section).orElseThrow();
  }

  private static <T> T byRules(Section<T> section) {
    return PromptLead.run(new ByForm()).dossier().find(section).orElseThrow();
  }

  private static String said(String value, String quote) {
    return "{\"value\":\"%s\",\"source\":0,\"quote\":\"%s\"}".formatted(value, quote);
  }

  private static String pain(String statement, String quote, String impact, String offer) {
    return """
    {"category":"CUSTOMERS","statement":%s,"solves":"entregas atrasadas","impact":"%s","offer":"%s"}\
    """
        .formatted(said(statement, quote), impact, offer);
  }

  private static String pains(String... pains) {
    return "{\"pains\":["
        + String.join(",", pains)
        + "],\"questions\":[\"Como vocês avisam o cliente de um atraso?\",\"Vocês têm atrasos?\"]}";
  }

  @Test
  void aPainInOtherWordsIsAddedWithItsQuoteImpactAndOurAnswer() {
    model.answering(
        "pain-points",
        pains(
            pain(
                "Cargas chegam depois da hora marcada",
                LATE,
                "Clientes passam a procurar outra transportadora",
                "Planejador de rotas com janelas de entrega")));
    Entry<PainPoints> entry = entry(PainPoints.KEY);
    PainPoints rules = byRules(PainPoints.KEY);

    assertThat(entry.provenance().author()).isEqualTo(Author.MODEL);
    assertThat(entry.value().pains().subList(0, rules.pains().size())).isEqualTo(rules.pains());
    PainPoints.Pain added = entry.value().pains().get(rules.pains().size());
    assertThat(added.category()).isEqualTo(PainCategory.CUSTOMERS);
    assertThat(added.statement().basis()).extracting(c -> c.quote()).containsExactly(LATE);
    assertThat(added.solves()).isEqualTo("entregas atrasadas");
    assertThat(added.impact().text()).isEqualTo("Clientes passam a procurar outra transportadora");
    assertThat(added.impact().ground()).isEqualTo(Ground.ASSUMED);
    assertThat(added.answer().orElseThrow().ground()).isEqualTo(Ground.CONTEXT);
    assertThat(added.strength()).isBetween(.2, .7);
    assertThat(entry.value().questions())
        .containsAll(rules.questions())
        .contains("Como vocês avisam o cliente de um atraso?")
        .doesNotContain("Vocês têm atrasos?");
  }

  @Test
  void aPainWithoutItsWordsWithNumbersOrWithWhatWeDoNotSellDoesNotHold() {
    model.answering(
        "pain-points",
        pains(
            pain("Perde clientes toda semana", "perdemos clientes toda semana", "", ""),
            pain("Perde 40% dos clientes", LATE, "", ""),
            pain("A Rastro Veloz atrasa as cargas", LATE, "", "")));
    assertThat(entry(PainPoints.KEY).value().pains()).isEqualTo(byRules(PainPoints.KEY).pains());
    assertThat(model.asked("pain-points")).hasSize(2);

    model.answering(
        "pain-points",
        pains(pain("Cargas chegam depois da hora", LATE, "Custa R$ 9.000 por mês", "Drones")));
    PainPoints.Pain added =
        entry(PainPoints.KEY).value().pains().stream()
            .filter(p -> p.statement().text().equals("Cargas chegam depois da hora"))
            .findFirst()
            .orElseThrow();
    assertThat(added.answer()).isEmpty();
    assertThat(added.impact().text()).doesNotContain("9.000");
  }

  @Test
  void aTriggerWherePatternsMissHasItsKindItsDateAndItsReason() {
    String words = "A empresa foi fundada em 1987 e hoje tem 120 colaboradores";
    String galpao = "Inauguramos em Bauru o nosso segundo galpão";
    model.answering(
        "buying-triggers",
        """
        {"triggers":[
          {"kind":"TECHNOLOGY_CHANGE","why":%s,"date":[%s]},
          {"kind":"MERGER","why":%s,"date":[]}],
         "reasons":[{"id":"t1","why":"Um segundo galpão pede rotas novas"},{"id":"t99","why":"Nada"}]}
        """
            .formatted(
                said("Os veículos já têm rastreador", "Usamos o rastreador Vigia Sul em todos"),
                said("1987", "fundada em 1987"),
                said("Comprou a Frota Norte", words)));
    BuyingTriggers found = entry(BuyingTriggers.KEY).value();
    BuyingTriggers rules = byRules(BuyingTriggers.KEY);
    assertThat(found.triggers()).noneMatch(t -> t.kind() == TriggerKind.MERGER);
    assertThat(found.triggers())
        .hasSize(rules.triggers().size())
        .extracting(BuyingTriggers.Item::strength)
        .containsExactlyElementsOf(
            rules.triggers().stream().map(BuyingTriggers.Item::strength).toList());
    assertThat(found.past()).anyMatch(t -> t.kind() == TriggerKind.TECHNOLOGY_CHANGE);
    assertThat(found.triggers().get(0).text()).isEqualTo(rules.triggers().get(0).text());
    assertThat(found.triggers())
        .filteredOn(t -> t.text().known().startsWith(galpao))
        .allSatisfy(t -> assertThat(t.whyNow().ground()).isEqualTo(Ground.SIGNALLED));
  }

  @Test
  void aDenialAnnouncesNothingAlsoForAModel() {
    model.answering(
        "buying-triggers",
        """
        {"triggers":[{"kind":"HIRING","why":%s,"date":[]}],"reasons":[]}
        """
            .formatted(said("Procura gente", "No momento não estamos contratando motoristas")));
    LeadResult result =
        PromptLead.run(
            PromptLead.site()
                .page(
                    "http://serraazul.example/sobre",
                    "<html lang=pt><body><p>No momento não estamos contratando motoristas para a"
                        + " nossa frota.</p></body></html>"),
            PromptLead.SELLER,
            model);
    assertThat(result.dossier().find(BuyingTriggers.KEY).orElseThrow().triggers())
        .noneMatch(t -> t.kind() == TriggerKind.HIRING);
  }

  @Test
  void aCompanyThatIsNamedIsAddedAndWhatIsSaidOfItIsQuoted() {
    String vigia = "Usamos o rastreador Vigia Sul em todos os veículos";
    model.answering(
        "competitors",
        """
        {"companies":[
          {"name":%s,"role":"SUPPLIER","what":"rastreador","strength":[%s],"weakness":[]},
          {"name":%s,"role":"RIVAL","what":"","strength":[],"weakness":[]},
          {"name":%s,"role":"RIVAL","what":"","strength":[],"weakness":[]}]}
        """
            .formatted(
                said("Vigia Sul", vigia),
                said("Vigia Sul está em todos os veículos", vigia),
                said("Transportes Serra Azul", "Transportes Serra Azul"),
                said("Cargas Rápidas", vigia)));
    Competitors found = entry(Competitors.KEY).value();
    assertThat(found.rivals()).isEmpty();
    assertThat(found.suppliers())
        .filteredOn(n -> n.name().known().equals("Vigia Sul"))
        .singleElement()
        .satisfies(n -> assertThat(n.strength()).isPresent());
  }

  @Test
  void aFindingIsReadInOneSentenceAndAFurtherOneNeedsItsDate() {
    ExternalIntelligence rules = byRules(ExternalIntelligence.KEY);
    assertThat(rules.findings()).isNotEmpty();
    model.answering(
        "external-research",
        """
        {"readings":[{"id":"f1","kind":"AWARD","reading":"A empresa abriu um segundo galpão"}],
         "findings":[
          {"kind":"NEWS","reading":%s,"date":[]},
          {"kind":"OTHER","reading":%s,"date":[%s]}]}
        """
            .formatted(
                said("Cuida das cargas", "Cuidamos das suas cargas e das suas entregas"),
                said("Filial antiga", "Abrimos a filial de Marília"),
                said("Março de 2019", "Março de 2019")));
    Entry<ExternalIntelligence> entry = entry(ExternalIntelligence.KEY);
    assertThat(entry.provenance().author()).isEqualTo(Author.MODEL);
    assertThat(entry.value().findings()).hasSameSizeAs(rules.findings());
    ExternalIntelligence.Finding first = entry.value().findings().get(0);
    assertThat(first.text()).isEqualTo(rules.findings().get(0).text());
    assertThat(first.kind()).isIn(rules.findings().get(0).kind(), FindingKind.AWARD);
    assertThat(entry.value().searches()).isEqualTo(rules.searches());
  }

  @Test
  void aCompanysChallengesAndIndustryComeWithTheWordsThatNameThem() {
    model.answering(
        "company-analysis",
        """
        {"services":[],"customers":[],"places":[%s],"founded":[],"employees":[],
         "industry":[{"code":"FINANCIALS","said":%s}],
         "challenges":[%s,%s]}
        """
            .formatted(
                said("Jaú", "Atendemos Bauru, Marília e Jaú"),
                said("transportadora", "Somos uma transportadora com frota própria"),
                said("chegam depois da hora marcada", LATE),
                said("faltam motoristas", LATE)));
    CompanyProfile profile = entry(CompanyProfile.KEY).value();
    assertThat(profile.places()).anyMatch(p -> p.known().equals("Jaú"));
    assertThat(profile.challenges())
        .anyMatch(c -> c.known().equals("chegam depois da hora marcada"))
        .noneMatch(c -> c.known().equals("faltam motoristas"));
    assertThat(profile.industry()).isEqualTo(byRules(CompanyProfile.KEY).industry());
  }

  /** Counts what is asked, and finds one page of others about the company. */
  private static final class CountedSearch implements WebSearch {
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public Result search(String query, String country, int limit) {
      asked.incrementAndGet();
      return new Result.Hits(
          List.of(
              new Hit(
                  "http://jornal.example/serra",
                  "Transportes Serra Azul em Bauru",
                  "A Transportes Serra Azul (serraazul.example) recebeu em 12 de março de 2026 o"
                      + " selo Frota Limpa da associação.")));
    }

    @Override
    public String identity() {
      return "counted";
    }

    @Override
    public boolean isFixed() {
      return false;
    }

    @Override
    public Effect effect() {
      return Effect.READ;
    }
  }

  @Test
  void aSearchIsMadeOnceThoughAModelIsAskedAboutIt() {
    CountedSearch alone = new CountedSearch();
    PromptLead.run(researching(alone));
    CountedSearch withModel = new CountedSearch();
    String words = "recebeu em 12 de março de 2026 o selo Frota Limpa da associação";
    model.answering(
        "external-research",
        """
        {"readings":[],"findings":[{"kind":"AWARD","reading":%s,"date":[%s]}]}
        """
            .formatted(
                said("A associação deu um selo à empresa", words),
                said("12 de março de 2026", "12 de março de 2026")));
    LeadResult result = PromptLead.run(researching(withModel).model(model, Budget.unlimited()));
    assertThat(withModel.asked.get()).isEqualTo(alone.asked.get()).isPositive();
    assertThat(model.asked("external-research").get(0).materialText()).contains("Frota Limpa");
    assertThat(result.dossier().find(ExternalIntelligence.KEY).orElseThrow().findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.text().known()).contains("Frota Limpa");
              assertThat(finding.address()).isEqualTo("http://jornal.example/serra");
            });
  }

  private static Prospector.Builder researching(WebSearch search) {
    return Prospector.builder()
        .businessContext(PromptLead.SELLER)
        .pages(PromptLead.site())
        .search(search);
  }
}
