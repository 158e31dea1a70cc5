package dev.prospector.agents.persona;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.agents.argument.Seller;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.company.SizeBand;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.evidence.Fact;
import dev.prospector.lead.LeadStage;
import dev.prospector.model.LanguageModel.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells who is likely to decide: of the people whom sources name the one whose role and department
 * fit best; where none is named, an assumption from size and subject, labelled as such.
 */
public final class PersonaAgent implements ModelAgent<Persona> {

  private static final int MOST_CANDIDATES = 5;
  private static final int MOST_STATEMENTS = 3;

  /** Below it a named person does not decide about this. */
  private static final double LEAST_SCORE = 0.4;

  /** Creates the agent; it has no state. */
  public PersonaAgent() {}

  @Override
  public AgentSpec<Persona> spec() {
    return AgentSpec.writing(Persona.KEY)
        .stage(LeadStage.PERSONA)
        .reading(CompanyProfile.KEY, ContactDetails.KEY)
        .readingIfPresent(PainPoints.KEY, BuyingTriggers.KEY, Intake.KEY)
        .readingContext()
        .readingMonth()
        .version(2);
  }

  @Override
  public Prompt prompt() {
    return AskAboutPersona.ASKED.prompt();
  }

  @Override
  public Optional<Question> question(AgentInput input) {
    return AskAboutPersona.question(input, byRules(input));
  }

  @Override
  public Reading<Persona> read(AgentInput input, Question asked, Answer answer) {
    return AskAboutPersona.read(input, answer, byRules(input));
  }

  @Override
  public Persona byRules(AgentInput input) {
    BusinessContext context = input.context();
    Wording wording = Wording.of(PersonaAgent.class, context.language());
    Department subject = subject(input);
    List<Persona.Candidate> candidates = candidates(input.get(ContactDetails.KEY), subject);
    Optional<Persona.Candidate> best =
        candidates.stream().filter(c -> c.score() >= LEAST_SCORE).findFirst();
    return best.map(c -> named(c, input, wording, candidates))
        .orElseGet(() -> assumed(input, subject, wording, candidates));
  }

  private static Department subject(AgentInput input) {
    StringBuilder words = new StringBuilder();
    input.find(PainPoints.KEY).stream()
        .flatMap(p -> p.pains().stream())
        .forEach(p -> words.append(p.solves()).append('\n'));
    Seller seller = new Seller(input.context());
    if (words.isEmpty()) {
      seller.items(Items.PAINS).forEach(p -> words.append(p).append('\n'));
    }
    words.append(input.context().text(BusinessContext.Text.WHAT_WE_SELL));
    seller.items(Items.PRODUCTS).forEach(p -> words.append('\n').append(p));
    return ReadRole.subject(words.toString());
  }

  private static List<Persona.Candidate> candidates(ContactDetails contacts, Department subject) {
    List<Persona.Candidate> candidates = new ArrayList<>();
    for (ContactDetails.NamedPerson person : contacts.people()) {
      String role = person.role().value().orElse("").strip().replaceFirst("[\\s.,;:–-]{1,5}$", "");
      if (!role.isEmpty()) {
        Seniority seniority = ReadRole.seniority(role);
        Department department = ReadRole.department(role);
        double score = 0.6 * height(seniority) + 0.4 * closeness(department, subject);
        candidates.add(
            new Persona.Candidate(
                person.name(),
                role,
                ScoreRange.rounded(score),
                List.of(seniority.name(), department.name())));
      }
    }
    candidates.sort(Comparator.comparingDouble((Persona.Candidate c) -> -c.score()));
    return candidates.stream().limit(MOST_CANDIDATES).toList();
  }

  private static double height(Seniority seniority) {
    return switch (seniority) {
      case OWNER, C_LEVEL -> 0.9;
      case DIRECTOR -> 1;
      case MANAGER -> 0.8;
      case SPECIALIST -> 0.2;
    };
  }

  private static double closeness(Department department, Department subject) {
    boolean near =
        department == Department.OPERATIONS && subject == Department.LOGISTICS
            || department == Department.LOGISTICS && subject == Department.OPERATIONS;
    return department == subject ? 1 : near ? 0.8 : department == Department.MANAGEMENT ? 0.7 : 0;
  }

  private static Persona named(
      Persona.Candidate person,
      AgentInput input,
      Wording wording,
      List<Persona.Candidate> candidates) {
    Seniority seniority = Seniority.valueOf(person.reasons().get(0));
    Department department = Department.valueOf(person.reasons().get(1));
    Statement responsible =
        Statement.stated(
            wording.say("responsible.named", person.name().known(), person.role()),
            List.of(person.name().best()));
    return new Persona(
        Persona.Basis.NAMED,
        wording.say("basis.NAMED"),
        person.name(),
        person.role(),
        seniority,
        department,
        List.of(responsible),
        goals(department, wording),
        worries(input),
        buying(seniority),
        candidates);
  }

  private static Persona assumed(
      AgentInput input, Department subject, Wording wording, List<Persona.Candidate> candidates) {
    Optional<SizeBand> size = input.get(CompanyProfile.KEY).size().value();
    boolean small = size.filter(s -> s == SizeBand.MICRO || s == SizeBand.SMALL).isPresent();
    Seniority seniority = small ? Seniority.OWNER : Seniority.MANAGER;
    Department department = small ? Department.MANAGEMENT : subject;
    String why =
        size.map(s -> wording.say("why.size", wording.say("size." + s)))
            .orElseGet(() -> wording.say("why.unknown"));
    return new Persona(
        Persona.Basis.ASSUMED,
        wording.say("basis.ASSUMED"),
        Fact.unknown(),
        assumedRole(size, small, department, wording),
        seniority,
        department,
        List.of(Statement.assumed(why)),
        goals(department, wording),
        worries(input),
        buying(seniority),
        candidates);
  }

  private static String assumedRole(
      Optional<SizeBand> size, boolean small, Department department, Wording wording) {
    if (small) {
      return wording.say("role.owner");
    }
    String head = wording.say("role.head", wording.say("Department." + department));
    boolean large = size.filter(s -> s == SizeBand.LARGE).isPresent();
    return large ? wording.say("role.and-procurement", head) : head;
  }

  private static List<Statement> goals(Department department, Wording wording) {
    return List.of(Statement.assumed(wording.say("goal." + department)));
  }

  /** What the company complains of worries those who answer for it. */
  private static List<Statement> worries(AgentInput input) {
    return input.find(PainPoints.KEY).stream()
        .flatMap(p -> p.pains().stream())
        .map(PainPoints.Pain::statement)
        .limit(MOST_STATEMENTS)
        .toList();
  }

  private static Persona.Buying buying(Seniority seniority) {
    return switch (seniority) {
      case OWNER -> Persona.Buying.RELATIONSHIP;
      case C_LEVEL, DIRECTOR -> Persona.Buying.EVIDENCE;
      case MANAGER -> Persona.Buying.CAUTIOUS;
      case SPECIALIST -> Persona.Buying.PRICE;
    };
  }
}
