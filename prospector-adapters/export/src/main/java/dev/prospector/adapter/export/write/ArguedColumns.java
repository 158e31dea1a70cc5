package dev.prospector.adapter.export.write;

import dev.prospector.adapter.export.record.Means;
import dev.prospector.adapter.export.record.Sections;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.outreach.Briefing;
import dev.prospector.agents.outreach.Messages;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.rival.Competitors;
import dev.prospector.agents.route.Route;
import dev.prospector.agents.strategy.ApproachPlan;
import dev.prospector.agents.strategy.Objections;
import dev.prospector.agents.strategy.StrategyEvaluation;
import dev.prospector.agents.strategy.StrategyOptions;
import dev.prospector.dossier.Dossier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was argued, planned and written for a lead, and by what means, as cells. */
final class ArguedColumns {

  private final Dossier dossier;
  private final Map<String, Object> cells;

  private ArguedColumns(Dossier dossier, Map<String, Object> cells) {
    this.dossier = dossier;
    this.cells = cells;
  }

  static void addTo(Map<String, Object> cells, Dossier dossier) {
    ArguedColumns argued = new ArguedColumns(dossier, cells);
    argued.put("route", Route.class, route -> route.way().name());
    argued.put(
        "split",
        Route.class,
        route -> route.drawn().map(d -> d.seed() + " " + d.share().toPlainString()).orElse(""));
    argued.needs();
    argued.put(
        "competitor",
        Competitors.class,
        c -> LeadColumns.joined(c.ours().stream().map(Competitors.Seen::name).toList()));
    argued.put(
        "supplier",
        Competitors.class,
        c -> LeadColumns.joined(c.suppliers().stream().map(s -> s.name().known()).toList()));
    argued.persona();
    argued.plan();
    argued.message();
    argued.put("top_objection", Objections.class, o -> first(o.objections(), x -> x.objection()));
    argued.put("briefing", Briefing.class, b -> texts(b.summary()));
    argued.means();
  }

  private void needs() {
    put(
        "pains",
        PainPoints.class,
        p -> LeadColumns.joined(p.pains().stream().map(ArguedColumns::pain).toList()));
    put("urgency", PainPoints.class, p -> p.urgency().map(u -> u.level().name()).orElse(""));
    put(
        "trigger",
        BuyingTriggers.class,
        t -> first(t.triggers(), x -> x.kind() + ": " + x.text().known()));
    put(
        "trigger_date",
        BuyingTriggers.class,
        t -> first(t.triggers(), x -> LeadColumns.shown(x.date())));
    put(
        "trigger_until",
        BuyingTriggers.class,
        t -> first(t.triggers(), x -> LeadColumns.shown(x.endsOn())));
  }

  /** The seller's own word for it where it has one, else what it is about. */
  private static String pain(PainPoints.Pain pain) {
    String named = pain.solves().isEmpty() ? pain.category().name() : pain.solves();
    return named + " (" + pain.statement().ground() + ")";
  }

  private void persona() {
    put(
        "persona",
        Persona.class,
        p ->
            Stream.of(p.name().value().orElse(""), p.role())
                .filter(x -> !x.isEmpty())
                .collect(Collectors.joining(", ")));
    put("persona_basis", Persona.class, p -> p.basis().name());
  }

  private void plan() {
    Optional<String> chosen =
        Sections.find(dossier, StrategyEvaluation.class).flatMap(StrategyEvaluation::chosen);
    put(
        "angle",
        StrategyOptions.class,
        options ->
            options.options().stream()
                .filter(o -> chosen.filter(o.id()::equals).isPresent())
                .map(o -> o.angle().name())
                .findFirst()
                .orElse(""));
    put(
        "first_contact",
        ApproachPlan.class,
        p ->
            first(
                p.contacts(),
                c ->
                    c.date()
                        + " "
                        + c.window().from()
                        + "-"
                        + c.window().until()
                        + " "
                        + c.window().zone()));
  }

  /** The primary draft of the channel that is used first. */
  private void message() {
    List<Messages.Draft> drafts =
        Sections.find(dossier, Messages.class).map(Messages::drafts).orElse(List.of());
    Optional<Messages.Draft> draft =
        drafts.stream().filter(d -> d.kind() == Messages.Kind.PRIMARY).findFirst();
    cells.put("channel", draft.map(d -> d.channel().name()).orElse(""));
    cells.put("recipient", draft.map(d -> d.recipient().value()).orElse(""));
    cells.put("subject", draft.map(Messages.Draft::subject).orElse(""));
    cells.put("message", draft.map(ArguedColumns::text).orElse(""));
    cells.put(
        "gate_findings",
        LeadColumns.joined(
            drafts.stream()
                .flatMap(d -> d.found().stream())
                .map(f -> f.kind() + ": " + f.text())
                .distinct()
                .toList()));
  }

  private static String text(Messages.Draft draft) {
    return Stream.of(draft.body(), draft.optOut(), draft.source())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** How many sections a model wrote and how many rules did, and what all of them cost. */
  private void means() {
    Means means = Means.of(dossier);
    cells.put("sections_by_model", means.byModel());
    cells.put("sections_by_rules", means.byRules());
    cells.put("cost", means.cost());
  }

  private <T> void put(String name, Class<T> section, Function<T, String> cell) {
    cells.put(name, Sections.find(dossier, section).map(cell).orElse(""));
  }

  private static <T> String first(List<T> items, Function<T, String> cell) {
    return items.stream().findFirst().map(cell).orElse("");
  }

  private static String texts(List<Statement> statements) {
    return statements.stream().map(Statement::text).collect(Collectors.joining(" "));
  }
}
