package dev.prospector.agents.rival;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.argument.Seller;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.heard.Heard;
import dev.prospector.agents.heard.ReadSentences;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.research.ExternalIntelligence;
import dev.prospector.agents.rival.Competitors.Named;
import dev.prospector.agents.rival.Competitors.Role;
import dev.prospector.agents.technology.TechnologyStack;
import dev.prospector.agents.website.Website;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.value.ValueTypes;
import dev.prospector.model.LanguageModel.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the companies that a lead names as its rivals, suppliers and partners, the seller's
 * competitors among them, and the systems of work that its pages show.
 */
public final class CompetitorsAgent implements ModelAgent<Competitors> {

  private static final int MOST = 6;

  /** Technology that somebody sells for work, unlike parts that a site is made of. */
  private static final Set<String> WORK =
      Set.of(
          "crm",
          "ecommerce",
          "marketing automation",
          "live chat",
          "payment processors",
          "issue trackers",
          "appointment scheduling",
          "customer data platform",
          "email",
          "hosting panels",
          "fulfilment",
          "shipping carriers",
          "recruitment & staffing",
          "accounting",
          "webmail",
          "ticket booking",
          "reservations & delivery",
          "loyalty & rewards",
          "cms",
          "page builders",
          "surveys",
          "marketplace extensions",
          "web shops");

  /** Creates the agent; it has no state. */
  public CompetitorsAgent() {}

  @Override
  public AgentSpec<Competitors> spec() {
    return AgentSpec.writing(Competitors.KEY)
        .reading(Website.KEY, CompanyProfile.KEY, Intake.KEY)
        .readingIfPresent(ExternalIntelligence.KEY, TechnologyStack.KEY)
        .readingContext()
        .readingMonth()
        .version(4);
  }

  @Override
  public Prompt prompt() {
    return AskForRivals.ASKED.prompt();
  }

  @Override
  public Optional<Question> question(AgentInput input) throws InterruptedException {
    return AskForRivals.question(input, byRules(input));
  }

  @Override
  public Reading<Competitors> read(AgentInput input, Question asked, Answer answer) {
    return AskForRivals.read(input, asked, answer, byRules(input));
  }

  @Override
  public Competitors byRules(AgentInput input) {
    Work work = new Work(input);
    ReadSentences.of(input).forEach(work::hear);
    work.technology();
    return work.section();
  }

  private static final class Work {
    private final AgentInput input;
    private final String self;
    private final List<String> ourRivals;
    private final Map<String, Named> found = new LinkedHashMap<>();
    private final Map<String, List<Claim<String>>> ours = new LinkedHashMap<>();

    Work(AgentInput input) {
      this.input = input;
      this.self = Folded.of(input.get(Intake.KEY).name().value().orElse(""));
      this.ourRivals = new Seller(input.context()).items(Items.COMPETITORS);
    }

    void hear(Heard heard) {
      String said = heard.said();
      for (String rival : ourRivals) {
        int at = place(said, rival);
        if (at >= 0 && !Folded.of(rival).equals(self)) {
          claim("our-competitor", rival, heard, at, at + rival.length())
              .ifPresent(c -> ours.computeIfAbsent(rival, r -> new ArrayList<>()).add(c));
        }
      }
      if (heard.isOwn()) {
        for (NamedCompanies.Mention mention : NamedCompanies.in(said)) {
          if (!isSelf(mention.name())) {
            claim("company", mention.name(), heard, mention.start(), mention.end())
                .ifPresent(c -> add(mention.role(), c, mention.what()));
          }
        }
      }
    }

    private static int place(String said, String name) {
      String folded = Folded.of(said);
      int at = folded.indexOf(Folded.of(name));
      int end = at + name.length();
      boolean whole =
          at >= 0
              && (at == 0 || !Character.isLetterOrDigit(folded.charAt(at - 1)))
              && (end == folded.length() || !Character.isLetterOrDigit(folded.charAt(end)));
      return whole ? at : -1;
    }

    private boolean isSelf(String name) {
      String folded = Folded.of(name);
      return !self.isEmpty() && (folded.contains(self) || self.contains(folded));
    }

    private Optional<Claim<String>> claim(
        String field, String name, Heard heard, int start, int end) {
      int at = heard.at().start();
      Passage passage = new Passage(heard.snapshot(), at + start, at + end);
      return input.evidence().claim(field, ValueTypes.PROPER_NAME, name, passage);
    }

    private void add(Role role, Claim<String> claim, String what) {
      String key = Folded.of(claim.value());
      if (!found.containsKey(key)) {
        Fact.Known<String> name = input.evidence().findings(List.of(claim)).get(0);
        found.put(
            key, new Named(name, role, what, Optional.empty(), Optional.empty(), Fact.unknown()));
      }
    }

    void technology() {
      Optional<TechnologyStack> stack = input.find(TechnologyStack.KEY);
      for (TechnologyStack.Found one : stack.map(TechnologyStack::found).orElse(List.of())) {
        Optional<String> category =
            one.categories().stream()
                .filter(c -> WORK.contains(c.toLowerCase(Locale.ROOT)))
                .findFirst();
        String key = Folded.of(one.name().known());
        if (category.isPresent() && !found.containsKey(key)) {
          found.put(
              key,
              new Named(
                  one.name(),
                  Role.SUPPLIER,
                  category.get(),
                  Optional.empty(),
                  Optional.empty(),
                  Fact.unknown()));
        }
      }
    }

    Competitors section() {
      List<Named> rivals = of(true);
      List<Named> suppliers = of(false);
      List<Competitors.Seen> seen = new ArrayList<>();
      ours.forEach(
          (name, claims) ->
              seen.add(new Competitors.Seen(name, input.evidence().findings(claims).get(0))));
      Wording wording = Wording.of(CompetitorsAgent.class, input.context().language());
      boolean nothing = rivals.isEmpty() && suppliers.isEmpty() && seen.isEmpty();
      return new Competitors(rivals, suppliers, seen, nothing ? wording.say("rivals.none") : "");
    }

    private List<Named> of(boolean rivals) {
      return found.values().stream()
          .filter(n -> (n.role() == Role.RIVAL) == rivals)
          .limit(MOST)
          .toList();
    }
  }
}
