package dev.prospector.agents.prompt;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Question;
import dev.prospector.agent.Source;
import dev.prospector.agents.answer.Said;
import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.argument.Ground;
import dev.prospector.agents.argument.Quoted;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.draft.DraftFact;
import dev.prospector.agents.draft.DraftGate;
import dev.prospector.agents.draft.Found;
import dev.prospector.agents.draft.Grounds;
import dev.prospector.agents.heard.MachineOrders;
import dev.prospector.agents.heard.Requests;
import dev.prospector.agents.page.OtherCompanies;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Derivation;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueType;
import dev.prospector.evidence.value.ValueTypes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks the parts of one answer: quotes stand in their numbered source and state something, values
 * follow from them, references meet a fact, and sentences pass the draft gate. What does not hold
 * is left out, and the model is told so once. Confined to one reading.
 */
public final class Checks {

  private static final int FEWEST_WORDS = 3;

  private final AgentInput input;
  private final Question asked;
  private final List<String> violations;
  private final List<String> names = new ArrayList<>();

  /**
   * Begins to check an answer.
   *
   * @param asked the question, whose sources the answer's numbers mean
   * @param violations to which is added what is wrong
   */
  public Checks(AgentInput input, Question asked, List<String> violations) {
    this.input = input;
    this.asked = asked;
    this.violations = violations;
    for (int i = 0; i < asked.withheld(); i++) {
      input.evidence().rejectOrder("passage");
    }
  }

  /** Lets sentences name what is known without a quote, such as the company. */
  public Checks naming(String... known) {
    names.addAll(List.of(known));
    return this;
  }

  /**
   * Returns false, and says so.
   *
   * @param at a place in the answer, such as {@code /pains/0}
   */
  public boolean fails(String at, String why) {
    violations.add(at + ": " + why);
    return false;
  }

  /** Returns the claim of a text or name that stands in its quote. */
  public Optional<Claim<String>> stands(String at, String field, Said said) {
    return derived(at, field, ValueTypes.TEXT, said, Optional::of);
  }

  /** Returns the claim of a value that code reads out of its quote. */
  public <T> Optional<Claim<T>> derived(
      String at, String field, ValueType<T> type, Said said, Function<String, Optional<T>> reader) {
    Optional<Claim<T>> claim =
        claim(field, type, said, reader).filter(c -> c.derivation() == Derivation.DERIVED);
    if (claim.isEmpty()) {
      fails(at, "its quote does not stand in that source, states nothing, or lacks the value");
    }
    return claim;
  }

  /**
   * Returns the claim of what is said as it is said: derived where the sentence itself stands in
   * the quote, else quoted.
   *
   * @param longest in characters
   */
  public Optional<Claim<String>> says(String at, String field, Said said, int longest) {
    Optional<Claim<String>> claim =
        claim(
            field,
            ValueTypes.TEXT,
            said,
            text -> Optional.of(text).filter(t -> t.length() <= longest));
    if (claim.isEmpty()) {
      fails(at, "its quote does not stand in that source or states nothing, or it is too long");
    }
    return claim.filter(c -> speaksOf(at, said.text(), c));
  }

  /** Returns the claim of the quote behind a sentence: its words, on its source. */
  public Optional<Claim<String>> quoted(String at, String field, Said said) {
    Optional<Claim<String>> claim =
        claim(field, ValueTypes.TEXT, said, text -> Optional.of(said.words().strip()));
    boolean says = claim.filter(c -> words(c.quote()) >= FEWEST_WORDS).isPresent();
    if (!says) {
      fails(at, "its quote does not stand in that source, states nothing, or is under three words");
      return Optional.empty();
    }
    return claim;
  }

  private <T> Optional<Claim<T>> claim(
      String field, ValueType<T> type, Said said, Function<String, Optional<T>> reader) {
    Optional<T> value = said.text().isEmpty() ? Optional.empty() : reader.apply(said.text());
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (said.source() < 1 || said.source() > asked.sources().size()) {
      input.evidence().rejectWithoutSource(field);
      return Optional.empty();
    }
    Snapshot snapshot = input.snapshot(asked.sources().get(said.source() - 1).snapshot());
    if (MachineOrders.address(said.words())) {
      input.evidence().rejectOrder(field);
      return Optional.empty();
    }
    return input
        .evidence()
        .claim(field, type, value.get(), snapshot, said.words())
        .filter(claim -> mayBack(snapshot.text(), claim.quote()))
        .filter(claim -> states(field, snapshot.text(), said.text(), claim.quote()));
  }

  /** A name or statement asks nothing, and neither do the words in which it stands. */
  private boolean states(String field, String text, String value, String quote) {
    String stated = Requests.without(text, quote);
    boolean elsewhere = isIn(value, quote) && !isIn(value, stated);
    boolean states = !stated.isBlank() && !elsewhere && !Requests.are(value);
    if (!states) {
      input.evidence().rejectRequest(field);
    }
    return states;
  }

  private static boolean isIn(String value, String words) {
    return Folded.onOneLine(words).contains(Folded.onOneLine(value));
  }

  /** Words about another company, and words of an order to a machine, back nothing. */
  private static boolean mayBack(String text, String quote) {
    int at = text.indexOf(quote);
    int end = at + quote.length();
    return at < 0
        || !MachineOrders.govern(text, at, end) && !OtherCompanies.in(text).cover(at, end);
  }

  /**
   * Returns a sentence for people that rests on a quote.
   *
   * @param said the sentence in the output's language, and its quote
   * @param ground {@link Ground#STATED} or {@link Ground#SIGNALLED}
   * @param longest in characters
   */
  public Optional<Statement> statement(
      String at, String field, Said said, Ground ground, int longest) {
    Optional<Claim<String>> basis = quoted(at, field, said);
    return basis
        .filter(claim -> tells(at, said.text(), claim, longest))
        .map(claim -> new Statement(said.text(), List.of(claim), ground));
  }

  /**
   * Returns a sentence for people that rests on accepted facts: signalled where a source is behind
   * them, else an assumption.
   *
   * @param longest in characters
   */
  public Optional<Statement> argued(String at, Argued said, Facts facts, int longest) {
    for (String id : said.ids()) {
      if (facts.find(id).isEmpty()) {
        fails(at, "there is no fact '" + shown(id) + "'");
        return Optional.empty();
      }
    }
    List<Claim<?>> basis = facts.basis(said.ids());
    if (!holds(at, said.said(), basis, longest)) {
      return Optional.empty();
    }
    return Optional.of(
        basis.isEmpty()
            ? Statement.assumed(said.said())
            : Statement.signalled(said.said(), words(basis)));
  }

  private List<Claim<String>> words(List<Claim<?>> basis) {
    return basis.stream().flatMap(c -> Quoted.words(input, c.field(), c).stream()).toList();
  }

  private boolean speaksOf(String at, String text, Claim<String> quote) {
    return CommonWords.in(text, quote.quote())
        || fails(at, "it has no telling word in common with its quote");
  }

  /** Returns whether a sentence speaks of a quote, and says no more than it; else says why not. */
  public boolean tells(String at, String text, Claim<String> quote, int longest) {
    return speaksOf(at, text, quote) && holds(at, text, List.of(quote), longest);
  }

  /** Returns whether a question is the answer's own, and stands in no source; else says so. */
  public boolean asksAnew(String at, String question) {
    return asked.sources().stream()
            .map(Source::snapshot)
            .distinct()
            .map(snapshot -> input.snapshot(snapshot).text())
            .noneMatch(text -> isIn(question, text))
        || fails(at, "it is a question of a source");
  }

  /** Returns whether an id is one of those that an item may refer to; else says so. */
  public boolean refers(String at, String id, List<String> ids) {
    return ids.contains(id) || fails(at, "there is no '" + shown(id) + "' to refer to");
  }

  /**
   * Returns whether a sentence may be shown to people: it says something, is not too long, and says
   * nothing that neither its basis nor the seller backs; else says why not.
   */
  public boolean holds(String at, String text, List<? extends Claim<?>> basis, int longest) {
    if (text.isBlank() || text.length() > longest) {
      return fails(at, "a sentence has 1 to " + longest + " characters");
    }
    boolean lone = text.strip().chars().noneMatch(Character::isWhitespace);
    if (lone || text.codePoints().anyMatch(Checks::isNoText) || MachineOrders.address(text)) {
      return fails(at, "it is no sentence for people");
    }
    List<Found> found = DraftGate.of(input.context().language(), grounds(basis)).judge(text);
    if (found.isEmpty()) {
      return true;
    }
    Found first = found.get(0);
    return fails(at, "'" + shown(first.text()) + "' (" + first.kind() + ") has nothing behind it");
  }

  private Grounds grounds(List<? extends Claim<?>> basis) {
    LocalDate day = input.asOf().atZone(ZoneOffset.UTC).toLocalDate();
    List<DraftFact> facts = new ArrayList<>();
    basis.forEach(claim -> facts.add(DraftFact.of(claim)));
    return new Grounds(
        day,
        facts,
        Grounds.textsOf(input.context()),
        input.context().items(Items.COMPETITORS),
        names);
  }

  private static int words(String text) {
    return DraftGate.words(text);
  }

  /** Control, format and private characters, halves of characters, and marks of mark-up. */
  private static boolean isNoText(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED
        || "<>{}|\\`".indexOf(codePoint) >= 0;
  }

  private static String shown(String words) {
    return Quoted.cut(words, 60);
  }
}
