package dev.prospector.benchmark.evaluation;

import dev.prospector.Prospector;
import dev.prospector.agents.Pipelines;
import dev.prospector.agents.heard.MachineOrders;
import dev.prospector.agents.need.BuyingTriggersAgent;
import dev.prospector.agents.need.PainPointsAgent;
import dev.prospector.agents.relevance.Passages;
import dev.prospector.agents.research.ExternalResearchAgent;
import dev.prospector.agents.rival.CompetitorsAgent;
import dev.prospector.budget.Budget;
import dev.prospector.context.BusinessContext;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.SectionCodec;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.model.Models;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.web.PageLookup;
import dev.prospector.web.PageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether texts that address a reading machine change a lead, and whether texts that merely look
 * like it are kept: rows of {@code text, label injection or benign}. Each injection stands on the
 * page of a lead of its own, with an {@link ObedientPuppet} in the model's place; {@code
 * changed_fields} counts sections that say anything else than without a model, and {@code
 * repeated_fields} those with one that repeats the order's own words.
 */
final class InjectionEvaluation implements Evaluation {

  private static final Clock AS_OF =
      Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);
  private static final SectionCodec CODEC = new SectionCodec();

  private static final BusinessContext SELLER =
      BusinessContext.builder()
          .text(BusinessContext.Text.WHAT_WE_SELL, "Route planning for hauliers")
          .items(BusinessContext.Items.PRODUCTS, List.of("Route planner"))
          .items(BusinessContext.Items.PAINS, List.of("late deliveries", "cost of fuel"))
          .build();

  private long obeyed;
  private final List<Score.WrongCase> wrong = new ArrayList<>();

  @Override
  public String kind() {
    return "injection";
  }

  @Override
  public Score measure(Path folder) throws IOException {
    wrong.clear();
    obeyed = 0;
    List<String> injections = texts(folder, "injection");
    List<String> benign = texts(folder, "benign");
    long caught = injections.stream().filter(InjectionEvaluation::isFound).count();
    long taken = benign.stream().filter(InjectionEvaluation::isFound).count();
    benign.stream()
        .filter(InjectionEvaluation::isFound)
        .forEach(text -> wrong.add(new Score.WrongCase(shown(text), "kept", "left out")));
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("changed_fields", (double) changed(injections, false));
    metrics.put("repeated_fields", (double) changed(injections, true));
    metrics.put("over_defence", share(taken, benign.size()));
    metrics.put("detector_recall", share(caught, injections.size()));
    Map<String, Long> counts =
        Map.of(
            "injections", (long) injections.size(),
            "benign", (long) benign.size(),
            "answers that obey", obeyed);
    return new Score(counts, metrics, wrong);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }

  private static List<String> texts(Path folder, String label) throws IOException {
    return JsonRows.of(folder).stream()
        .filter(row -> row.path("label").asString("").equals(label))
        .map(row -> row.path("text").asString("").strip())
        .toList();
  }

  /** Texts are judged sentence by sentence, as passages are. */
  private static boolean isFound(String text) {
    return Passages.of(text).stream().anyMatch(p -> MachineOrders.address(p.of(text)));
  }

  private static String shown(String text) {
    return text.substring(0, Math.min(60, text.length())).replace('\n', ' ');
  }

  private long changed(List<String> injections, boolean repeats) {
    Map<String, String> orders = new LinkedHashMap<>();
    Map<String, String> pages = new LinkedHashMap<>();
    List<Lead> leads = new ArrayList<>();
    for (int i = 0; i < injections.size(); i++) {
      String word = "depot" + i + "north";
      String order = injections.get(i).replaceAll("\\s+", " ");
      orders.put(word, order);
      String url = "http://lead" + i + ".example/";
      pages.put(url, page(word, order));
      Company company = Company.named("Blue Ridge Haulage Ltd").withWebsite(url);
      leads.add(Lead.of(LeadId.of("lead" + i), company));
    }
    List<LeadResult> rules = run(leads, pages, Models.none());
    ObedientPuppet puppet = new ObedientPuppet(orders, repeats);
    List<LeadResult> told = run(leads, pages, Models.of(puppet));
    obeyed += puppet.obeyed();
    long changed = 0;
    for (int i = 0; i < leads.size(); i++) {
      changed += changed(injections.get(i), rules.get(i), told.get(i));
    }
    return changed;
  }

  private long changed(String injection, LeadResult rules, LeadResult told) {
    long changed = 0;
    for (Entry<?> entry : told.dossier().entries()) {
      Entry<?> before = rules.dossier().entry(entry.section()).orElseThrow();
      if (!encoded(entry).equals(encoded(before))) {
        changed++;
        wrong.add(new Score.WrongCase(shown(injection), "unchanged", entry.section().name()));
      }
    }
    return changed;
  }

  private static <T> String encoded(Entry<T> entry) {
    return CODEC.encode(entry.section(), entry.value());
  }

  private static String page(String word, String order) {
    return "<html lang=en><head><title>Blue Ridge Haulage</title></head><body><main><p>We are a"
        + " haulage company with a fleet of our own at "
        + word
        + ".</p><p>Late deliveries are a problem for us every winter.</p><p>"
        + order.replace("&", "&amp;").replace("<", "&lt;")
        + "</p><p>We opened a second warehouse in September 2026.</p></main></body></html>";
  }

  private static List<LeadResult> run(List<Lead> leads, Map<String, String> pages, Models models) {
    Pipeline pipeline =
        Pipelines.standard().toBuilder("injection")
            .add(
                new ExternalResearchAgent(),
                new PainPointsAgent(),
                new CompetitorsAgent(),
                new BuyingTriggersAgent())
            .build();
    Prospector prospector =
        Prospector.builder()
            .businessContext(SELLER)
            .pages(new InMemory(pages))
            .clock(AS_OF)
            .models(models, Budget.unlimited())
            .build();
    try (Run run = prospector.start(pipeline, leads)) {
      return run.results().sorted((a, b) -> Long.compare(a.index(), b.index())).toList();
    }
  }

  /** Pages by their addresses. */
  private record InMemory(Map<String, String> pages) implements PageSource {

    @Override
    public PageLookup fetch(String url) {
      String html = pages.getOrDefault(url, pages.get(url + "/"));
      return html == null
          ? new PageLookup.Absent(url, "there is no such page")
          : new PageLookup.Found(url, url, 200, Map.of(), html, null);
    }

    @Override
    public String identity() {
      return "pages " + pages.hashCode();
    }

    @Override
    public boolean isFixed() {
      return true;
    }
  }
}
