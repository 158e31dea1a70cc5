package dev.prospector.agents.outreach;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agents.argument.Quoted;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.draft.DraftFact;
import dev.prospector.agents.draft.DraftGate;
import dev.prospector.agents.draft.Found;
import dev.prospector.agents.draft.Grounds;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.outreach.Briefing.Part;
import dev.prospector.agents.outreach.Briefing.Subject;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.qualification.Factor;
import dev.prospector.agents.qualification.Qualification;
import dev.prospector.agents.registration.Registration;
import dev.prospector.agents.strategy.ApproachPlan;
import dev.prospector.agents.strategy.Objections;
import dev.prospector.agents.strategy.StrategyEvaluation;
import dev.prospector.agents.strategy.StrategyOptions;
import dev.prospector.agents.strategy.ValuePropositions;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import dev.prospector.lead.LeadStage;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Assembles the seller's page from all that is known, best grounded first. */
public final class BriefingAgent implements Agent<Briefing> {

  private static final int MOST_WORDS = 400;
  private static final int SUMMARY_WORDS = 80;
  private static final int LONGEST_QUOTE = 140;
  private static final int OF_A_PART = 2;

  /** Creates the agent; it has no state. */
  public BriefingAgent() {}

  @Override
  public AgentSpec<Briefing> spec() {
    return AgentSpec.writing(Briefing.KEY)
        .stage(LeadStage.MESSAGE)
        .reading(CompanyProfile.KEY, ContactDetails.KEY)
        .readingIfPresent(
            Intake.KEY,
            Registration.KEY,
            PainPoints.KEY,
            BuyingTriggers.KEY,
            Qualification.KEY,
            Persona.KEY,
            ValuePropositions.KEY,
            StrategyOptions.KEY,
            StrategyEvaluation.KEY,
            ApproachPlan.KEY,
            Objections.KEY,
            Messages.KEY)
        .readingContext()
        .readingDate()
        .version(1);
  }

  @Override
  public Briefing byRules(AgentInput input) {
    return new Work(input).section();
  }

  private static final class Work {
    private final AgentInput input;
    private final Wording wording;
    private int words;

    Work(AgentInput input) {
      this.input = input;
      this.wording = Wording.of(BriefingAgent.class, input.context().language());
    }

    Briefing section() {
      List<Part> whole = new ArrayList<>();
      for (Subject subject : Subject.values()) {
        List<Statement> statements = statements(subject);
        if (!statements.isEmpty()) {
          whole.add(new Part(subject, grounded(statements)));
        }
      }
      List<Statement> summary = summary(whole);
      String next = nextStep();
      List<Briefing.Unknown> unknown = unknown();
      words =
          DraftGate.words(next) + summary.stream().mapToInt(s -> DraftGate.words(s.text())).sum();
      unknown.forEach(u -> words += DraftGate.words(u.what() + " " + u.why() + " " + u.how()));
      List<Part> parts = within(whole);
      List<Statement> all = new ArrayList<>(summary);
      parts.forEach(p -> all.addAll(p.statements()));
      return new Briefing(summary, parts, next, unknown, contradictions(), found(all));
    }

    private static List<Statement> grounded(List<Statement> statements) {
      return statements.stream()
          .sorted(Comparator.comparing(Statement::ground))
          .limit(OF_A_PART)
          .toList();
    }

    /** The first sentence of the parts that say most, while there is room. */
    private List<Statement> summary(List<Part> parts) {
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

    private List<Part> within(List<Part> parts) {
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
        case VALUE -> input.find(ValuePropositions.KEY).map(Work::values).orElse(List.of());
        case OBJECTIONS -> input.find(Objections.KEY).map(Work::objections).orElse(List.of());
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
          all.add(Statement.stated(wording.say(key, said), basis));
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
              p ->
                  Statement.signalled(
                      wording.say(
                          "said", Quoted.of(p.statement().basis().get(0).quote(), LONGEST_QUOTE)),
                      p.statement().basis()))
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

    private List<Statement> qualification(Qualification qualification) {
      Statement tier =
          Statement.assumed(
              wording.say(
                  "tier",
                  wording.say("Tier." + qualification.tier()),
                  qualification.score(),
                  qualification.range().low(),
                  qualification.range().high()));
      return List.of(tier);
    }

    private List<Statement> strategy() {
      Optional<String> chosen =
          input.find(StrategyEvaluation.KEY).flatMap(StrategyEvaluation::chosen);
      return input.find(StrategyOptions.KEY).stream()
          .flatMap(o -> o.options().stream())
          .filter(o -> chosen.equals(Optional.of(o.id())))
          .map(
              o ->
                  Statement.assumed(
                      wording.say(
                          "strategy", wording.say("Angle." + o.angle()), o.openingQuestion())))
          .toList();
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
      List<Found> found = new ArrayList<>();
      for (Statement statement : statements) {
        Grounds grounds =
            new Grounds(
                input.asOf().atZone(ZoneOffset.UTC).toLocalDate(),
                statement.basis().stream().map(DraftFact::of).toList(),
                Grounds.textsOf(input.context()),
                input.context().items(Items.COMPETITORS),
                List.of(figures()));
        found.addAll(DraftGate.of(input.context().language(), grounds).judge(statement.text()));
      }
      return found;
    }

    /** The figures that code computed of this lead, and the role that it read. */
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
}
