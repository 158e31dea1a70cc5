package dev.prospector.agents.outreach;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.argument.Quoted;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.draft.DraftGate;
import dev.prospector.agents.draft.Found;
import dev.prospector.agents.draft.LeadGate;
import dev.prospector.agents.heard.MachineOrders;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.outreach.Briefing.Part;
import dev.prospector.agents.outreach.Briefing.Subject;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.qualification.Factor;
import dev.prospector.agents.qualification.Qualification;
import dev.prospector.agents.strategy.ApproachPlan;
import dev.prospector.agents.strategy.Objections;
import dev.prospector.agents.strategy.StrategyEvaluation;
import dev.prospector.agents.strategy.StrategyOptions;
import dev.prospector.agents.strategy.ValuePropositions;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Assembles the page of what is known, by rules. */
final class AssembleBriefing {

  private static final int MOST_WORDS = 400;
  static final int SUMMARY_WORDS = 80;
  private static final int LONGEST_QUOTE = 140;
  static final int OF_A_PART = 2;

  private final AgentInput input;
  private final Wording wording;

  AssembleBriefing(AgentInput input) {
    this.input = input;
    this.wording = Wording.of(BriefingAgent.class, input.context().language());
  }

  Briefing byRules() {
    List<Part> parts = parts();
    return briefing(summary(parts), parts);
  }

  /** Returns those of the eight parts of which something is known. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (Subject subject : Subject.values()) {
      List<Statement> statements = statements(subject).stream().filter(this::passes).toList();
      if (!statements.isEmpty()) {
        parts.add(new Part(subject, grounded(statements)));
      }
    }
    return parts;
  }

  /** What was written for another place must also hold in this one. */
  private boolean passes(Statement statement) {
    return statement.basis().stream().noneMatch(c -> MachineOrders.address(c.quote()))
        && LeadGate.of(input).naming(named()).judge(statement).isEmpty();
  }

  /** Returns the page of a summary and parts, as far as there is room, and what the gate finds. */
  Briefing briefing(List<Statement> summary, List<Part> parts) {
    String next = nextStep();
    List<Briefing.Unknown> unknown = unknown();
    int words = DraftGate.words(next);
    for (Statement statement : summary) {
      words += DraftGate.words(statement.text());
    }
    for (Briefing.Unknown u : unknown) {
      words += DraftGate.words(u.what() + " " + u.why() + " " + u.how());
    }
    List<Part> kept = within(parts, words);
    List<Statement> all = new ArrayList<>(summary);
    kept.forEach(p -> all.addAll(p.statements()));
    return new Briefing(summary, kept, next, unknown, contradictions(), found(all));
  }

  private static List<Statement> grounded(List<Statement> statements) {
    return statements.stream()
        .sorted(Comparator.comparing(Statement::ground))
        .limit(OF_A_PART)
        .toList();
  }

  /** The first sentence of the parts that say most, while there is room. */
  List<Statement> summary(List<Part> parts) {
    List<Statement> summary = new ArrayList<>();
    int length = 0;
    for (Subject subject :
        List.of(Subject.COMPANY, Subject.TRIGGERS, Subject.PAINS, Subject.PERSON)) {
      Optional<Statement> first =
          parts.stream()
              .filter(p -> p.subject() == subject)
              .flatMap(p -> p.statements().stream())
              .findFirst();
      int more = first.map(s -> DraftGate.words(s.text())).orElse(0);
      if (first.isPresent() && length + more <= SUMMARY_WORDS) {
        summary.add(first.get());
        length += more;
      }
    }
    return summary;
  }

  private static List<Part> within(List<Part> parts, int taken) {
    int words = taken;
    List<Part> kept = new ArrayList<>();
    for (Part part : parts) {
      List<Statement> statements = new ArrayList<>();
      for (Statement statement : part.statements()) {
        int more = DraftGate.words(statement.text());
        if (words + more <= MOST_WORDS) {
          statements.add(statement);
          words += more;
        }
      }
      if (!statements.isEmpty()) {
        kept.add(new Part(part.subject(), statements));
      }
    }
    return kept;
  }

  private List<Statement> statements(Subject subject) {
    return switch (subject) {
      case COMPANY -> company();
      case PERSON -> person();
      case PAINS -> input.find(PainPoints.KEY).map(this::pains).orElse(List.of());
      case TRIGGERS -> input.find(BuyingTriggers.KEY).map(this::triggers).orElse(List.of());
      case QUALIFICATION ->
          input.find(Qualification.KEY).map(this::qualification).orElse(List.of());
      case STRATEGY -> strategy();
      case VALUE ->
          input.find(ValuePropositions.KEY).map(AssembleBriefing::values).orElse(List.of());
      case OBJECTIONS ->
          input.find(Objections.KEY).map(AssembleBriefing::objections).orElse(List.of());
    };
  }

  private List<Statement> company() {
    CompanyProfile profile = input.get(CompanyProfile.KEY);
    List<Statement> all = new ArrayList<>();
    add(all, "company.says", profile.description());
    profile.trades().stream().limit(1).forEach(t -> add(all, "company.says", t));
    add(all, "company.people", profile.employees());
    add(all, "company.founded", profile.founded());
    profile.services().stream().limit(1).forEach(s -> add(all, "company.does", s));
    return all;
  }

  private void add(List<Statement> all, String key, Fact<?> fact) {
    List<? extends Claim<?>> claims = fact.claims();
    if (fact.value().isPresent() && !claims.isEmpty()) {
      List<Claim<String>> basis = Quoted.words(input, "briefing", claims.get(0));
      String said = Quoted.of(claims.get(0).quote(), LONGEST_QUOTE);
      if (!basis.isEmpty()) {
        all.add(Statement.stated(wording.say(Quoted.key(key, basis.get(0)), said), basis));
      }
    }
  }

  private List<Statement> person() {
    List<Statement> all = new ArrayList<>();
    Optional<Persona> persona = input.find(Persona.KEY);
    persona.ifPresent(
        p -> {
          boolean named = p.basis() == Persona.Basis.NAMED && !p.candidates().isEmpty();
          all.add(
              named
                  ? Statement.stated(
                      wording.say("person.named", p.candidates().get(0).name().known(), p.role()),
                      List.of(p.candidates().get(0).name().best()))
                  : Statement.assumed(wording.say("person.assumed", p.role())));
        });
    return all;
  }

  private List<Statement> pains(PainPoints pains) {
    return pains.pains().stream()
        .map(
            p -> {
              Claim<String> claim = p.statement().basis().get(0);
              String said = Quoted.of(claim.quote(), LONGEST_QUOTE, p.solves());
              return new Statement(
                  wording.say(Quoted.key("said", claim), said),
                  p.statement().basis(),
                  p.statement().ground());
            })
        .toList();
  }

  private List<Statement> triggers(BuyingTriggers triggers) {
    return triggers.triggers().stream()
        .map(
            t ->
                Statement.stated(
                    wording.say(
                        "trigger",
                        wording.say("TriggerKind." + t.kind()),
                        Quoted.of(t.text().known(), LONGEST_QUOTE)),
                    List.of(t.text().best())))
        .toList();
  }

  /** A verdict rests on the quotes of its factors; without any, it is assumed. */
  private List<Statement> qualification(Qualification qualification) {
    String text =
        wording.say(
            "tier",
            wording.say("Tier." + qualification.tier()),
            qualification.score(),
            qualification.range().low(),
            qualification.range().high());
    List<Claim<String>> basis =
        qualification.factors().stream().flatMap(f -> f.evidence().stream().limit(1)).toList();
    return List.of(basis.isEmpty() ? Statement.assumed(text) : Statement.signalled(text, basis));
  }

  private List<Statement> strategy() {
    Optional<String> chosen =
        input.find(StrategyEvaluation.KEY).flatMap(StrategyEvaluation::chosen);
    return input.find(StrategyOptions.KEY).stream()
        .flatMap(o -> o.options().stream())
        .filter(o -> chosen.equals(Optional.of(o.id())))
        .map(this::strategy)
        .toList();
  }

  private Statement strategy(StrategyOptions.Option option) {
    String text =
        wording.say("strategy", wording.say("Angle." + option.angle()), option.openingQuestion());
    List<Claim<String>> basis =
        option.arguments().stream().flatMap(a -> a.basis().stream()).distinct().toList();
    return basis.isEmpty() ? Statement.assumed(text) : Statement.signalled(text, basis);
  }

  private static List<Statement> values(ValuePropositions values) {
    List<Statement> all = new ArrayList<>();
    values.propositions().stream()
        .limit(1)
        .forEach(
            p -> {
              all.add(p.benefit());
              p.difference().ifPresent(all::add);
            });
    return all;
  }

  private static List<Statement> objections(Objections objections) {
    return objections.objections().stream()
        .limit(OF_A_PART)
        .map(o -> Statement.assumed(o.objection() + " " + o.answer()))
        .toList();
  }

  private String nextStep() {
    return input.find(ApproachPlan.KEY).stream()
        .flatMap(p -> p.contacts().stream())
        .findFirst()
        .map(c -> wording.say("next.contact", wording.day(c.date()), c.objective()))
        .orElseGet(() -> wording.say("next.none"));
  }

  private List<Briefing.Unknown> unknown() {
    List<Briefing.Unknown> unknown = new ArrayList<>();
    input
        .find(Qualification.KEY)
        .flatMap(Qualification::decisive)
        .ifPresent(kind -> unknown.add(unknown(kind)));
    if (input.find(Persona.KEY).filter(p -> p.basis() == Persona.Basis.ASSUMED).isPresent()
        && unknown.stream().noneMatch(u -> u.equals(unknown(Factor.Kind.AUTHORITY)))) {
      unknown.add(unknown(Factor.Kind.AUTHORITY));
    }
    return unknown;
  }

  private Briefing.Unknown unknown(Factor.Kind kind) {
    return new Briefing.Unknown(
        wording.say("unknown." + kind),
        wording.say("unknown.why"),
        wording.say("unknown.how." + kind));
  }

  private List<String> contradictions() {
    CompanyProfile profile = input.get(CompanyProfile.KEY);
    List<String> all = new ArrayList<>();
    contradicted(all, "contradicted.employees", profile.employees());
    contradicted(all, "contradicted.founded", profile.founded());
    contradicted(all, "contradicted.industry", profile.industry());
    return all;
  }

  private void contradicted(List<String> all, String key, Fact<?> fact) {
    if (fact instanceof Fact.Contradicted<?>) {
      all.add(
          wording.say(
              key,
              String.join(
                  " / ",
                  fact.claims().stream().limit(2).map(c -> Quoted.of(c.quote(), 80)).toList())));
    }
  }

  private List<Found> found(List<Statement> statements) {
    LeadGate gate = LeadGate.of(input).naming(named());
    return statements.stream().flatMap(s -> gate.judge(s).stream()).toList();
  }

  /** Returns the figures that code computed of this lead, the role that it read, and its name. */
  List<String> named() {
    List<String> named = new ArrayList<>(List.of(figures()));
    input.find(Intake.KEY).flatMap(i -> i.name().value()).ifPresent(named::add);
    return named;
  }

  private String figures() {
    String score =
        input
            .find(Qualification.KEY)
            .map(q -> q.score() + " " + q.range().low() + " " + q.range().high())
            .orElse("");
    return score
        + " "
        + score.replace('.', ',')
        + " "
        + input.find(Persona.KEY).map(Persona::role).orElse("");
  }
}
