package dev.prospector.agents.writer;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Question;
import dev.prospector.agents.argument.Ground;
import dev.prospector.agents.argument.Quoted;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.heard.MachineOrders;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.prompt.Facts;
import dev.prospector.agents.prompt.Inquiry;
import dev.prospector.agents.rival.Competitors;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All that a text for one lead may rest on, each with an id: accepted claims of the lead, and what
 * the seller says of itself. What has ended, and what addresses a reading machine, is not among it.
 */
public final class Known {

  private static final int OF_A_KIND = 3;
  private static final int OF_THE_SELLER = 12;

  private final AgentInput input;
  private final LocalDate today;
  private final Map<String, Item> items = new LinkedHashMap<>();

  /** Whose words an item is. */
  public enum Source {
    /** A source says it of the lead. */
    LEAD,
    /** What the seller offers. */
    OFFER,
    /** What the seller does better. */
    ADVANTAGE,
    /** Other words of the seller. */
    SELLER
  }

  /**
   * Something that is known.
   *
   * @param id such as {@code p1}
   * @param source whose words
   * @param what it is, in a few English words
   * @param words of the source
   * @param claims behind it; none for the seller's
   * @param ground how it is known
   * @param until the last day on which it may be used; empty if there is none of its own
   */
  public record Item(
      String id,
      Source source,
      String what,
      String words,
      List<Claim<String>> claims,
      Ground ground,
      Optional<LocalDate> until) {

    /** Fixes the list. */
    public Item {
      claims = List.copyOf(claims);
    }

    /** Returns whether a source says it of the lead. */
    public boolean isLead() {
      return source == Source.LEAD;
    }
  }

  private Known(AgentInput input) {
    this.input = input;
    this.today = input.asOf().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /**
   * Returns what the seller says of itself and what sources say of the company; the input reads the
   * date, the context, the intake and the company's profile.
   */
  public static Known of(AgentInput input) {
    Known known = new Known(input);
    known.seller(input.context());
    known.company(input.get(CompanyProfile.KEY));
    return known;
  }

  /** Adds the lead's pains, under their ids. */
  public Known pains() {
    for (PainPoints.Pain pain : painsOf(input)) {
      String what = "pain: " + pain.category().name().toLowerCase(Locale.ROOT);
      add(pain.id(), what, pain.statement(), Optional.empty());
    }
    return this;
  }

  /** Returns the pains of a lead; none where they were not looked for. */
  public static List<PainPoints.Pain> painsOf(AgentInput input) {
    return input.find(PainPoints.KEY).map(PainPoints::pains).orElse(List.of());
  }

  /** Returns the triggers of a lead that have not ended; none where they were not looked for. */
  public static List<BuyingTriggers.Item> triggersOf(AgentInput input) {
    LocalDate today = input.asOf().atZone(ZoneOffset.UTC).toLocalDate();
    return input.find(BuyingTriggers.KEY).map(BuyingTriggers::triggers).orElse(List.of()).stream()
        .filter(t -> t.endsOn().value().filter(end -> end.last().isBefore(today)).isEmpty())
        .toList();
  }

  /** Adds the lead's triggers that have not ended, under their ids. */
  public Known triggers() {
    for (BuyingTriggers.Item trigger : triggersOf(input)) {
      String date = trigger.date().value().map(d -> ", " + d).orElse("");
      String what = "trigger: " + trigger.kind().name().toLowerCase(Locale.ROOT) + date;
      Statement said = Statement.stated(trigger.text().known(), List.of(trigger.text().best()));
      add(trigger.id(), what, said, trigger.endsOn().value().map(end -> end.last()));
    }
    return this;
  }

  /** Adds the suppliers and rivals that sources name, as {@code r1} and on. */
  public Known rivals() {
    int number = 1;
    Optional<Competitors> competitors = input.find(Competitors.KEY);
    for (Competitors.Seen seen : competitors.map(Competitors::ours).orElse(List.of())) {
      Statement said = Statement.stated(seen.where().best().quote(), List.of(seen.where().best()));
      add("r" + number++, "names a competitor of the seller", said, Optional.empty());
    }
    for (Competitors.Named named : competitors.map(Competitors::suppliers).orElse(List.of())) {
      Statement said = Statement.stated(named.name().best().quote(), List.of(named.name().best()));
      add("r" + number++, "works with " + named.name().known(), said, Optional.empty());
    }
    return this;
  }

  /** Adds a statement of the lead under an id. */
  public Known add(String id, String what, Statement said, Optional<LocalDate> until) {
    boolean over = until.filter(end -> end.isBefore(today)).isPresent();
    String words = said.basis().isEmpty() ? said.text() : said.basis().get(0).quote();
    if (!over && !MachineOrders.address(words)) {
      Item item = new Item(id, Source.LEAD, what, words, said.basis(), said.ground(), until);
      items.put(id, item);
    }
    return this;
  }

  private void company(CompanyProfile profile) {
    int[] number = {1};
    facts("describes itself", List.of(profile.description()), number);
    facts("what it is", profile.trades(), number);
    facts("service", profile.services(), number);
    facts("customer", profile.customers(), number);
    facts("place it serves", profile.places(), number);
    facts("people it has", List.of(profile.employees()), number);
    facts("founded", List.of(profile.founded()), number);
  }

  private void facts(String what, List<? extends Fact<?>> facts, int[] number) {
    facts.stream()
        .filter(fact -> fact.value().isPresent() && !fact.claims().isEmpty())
        .limit(OF_A_KIND)
        .forEach(
            fact -> {
              List<Claim<String>> words = Quoted.words(input, "known", fact.claims().get(0));
              if (!words.isEmpty() && isNew(words.get(0).quote())) {
                String id = "c" + number[0]++;
                add(id, what, Statement.stated(words.get(0).quote(), words), Optional.empty());
              }
            });
  }

  /** A sentence that tells two things is one fact. */
  private boolean isNew(String words) {
    return items.values().stream().noneMatch(item -> item.words().equals(words));
  }

  private void seller(BusinessContext context) {
    int[] number = {1};
    own(
        Source.OFFER,
        "what we sell",
        List.of(context.text(BusinessContext.Text.WHAT_WE_SELL)),
        number);
    own(Source.OFFER, "product", context.items(Items.PRODUCTS), number);
    own(
        Source.OFFER,
        "value proposition",
        List.of(context.text(BusinessContext.Text.VALUE_PROPOSITION)),
        number);
    own(Source.ADVANTAGE, "advantage", context.items(Items.ADVANTAGES), number);
    own(Source.SELLER, "pain we solve", context.items(Items.PAINS), number);
  }

  private void own(Source source, String what, List<String> texts, int[] number) {
    texts.stream()
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .limit(OF_THE_SELLER)
        .forEach(
            text -> {
              String id = "k" + number[0]++;
              items.put(
                  id,
                  new Item(id, source, what, text, List.of(), Ground.CONTEXT, Optional.empty()));
            });
  }

  /**
   * Returns the question about a lead: the facts that it may rest on, then what was decided before.
   *
   * @param parameters of the prompt file besides language and tone
   * @param decided what earlier agents decided, each in a line
   */
  public Question asked(Inquiry<?> inquiry, Map<String, String> parameters, List<String> decided) {
    Facts facts = new Facts();
    items.values().forEach(item -> facts.add(item.id(), item.what(), item.words(), List.of()));
    for (int i = 0; i < decided.size(); i++) {
      facts.add("decided" + (i + 1), "decided", decided.get(i), List.of());
    }
    List<String> people =
        input.get(ContactDetails.KEY).people().stream().map(p -> p.name().known()).toList();
    return inquiry.about(input.context(), parameters).withFacts(facts.lines()).naming(people);
  }

  /** Returns everything, in the order in which it is numbered. */
  public List<Item> items() {
    return new ArrayList<>(items.values());
  }

  /** Returns what has an id. */
  public Optional<Item> item(String id) {
    return Optional.ofNullable(items.get(id.strip()));
  }

  /** Returns the name of the company, which any text may use; none where it is not known. */
  public List<String> names() {
    return input.find(Intake.KEY).flatMap(i -> i.name().value()).stream().toList();
  }

  /** Returns whether any source says anything of the lead. */
  public boolean hasLead() {
    return items.values().stream().anyMatch(Item::isLead);
  }
}
