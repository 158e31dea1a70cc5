package dev.prospector.agents.need;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.argument.Overlap;
import dev.prospector.agents.argument.PartialDate;
import dev.prospector.agents.argument.PartialDates;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.heard.DatedWords;
import dev.prospector.agents.heard.Heard;
import dev.prospector.agents.heard.ReadSentences;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.relevance.TextPassage;
import dev.prospector.agents.research.ExternalIntelligence;
import dev.prospector.agents.signal.Trigger;
import dev.prospector.agents.signal.TriggerKind;
import dev.prospector.agents.signal.Triggers;
import dev.prospector.agents.technology.TechnologyStack;
import dev.prospector.agents.website.Website;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Evidence;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueTypes;
import dev.prospector.model.LanguageModel.Answer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the sentences that announce what may make a company buy now. */
public final class BuyingTriggersAgent implements ModelAgent<BuyingTriggers> {

  private static final int MOST = 5;
  private static final int MOST_OF_A_KIND = 2;

  /** Creates the agent; it has no state. */
  public BuyingTriggersAgent() {}

  @Override
  public AgentSpec<BuyingTriggers> spec() {
    return AgentSpec.writing(BuyingTriggers.KEY)
        .reading(CompanyProfile.KEY, ExternalIntelligence.KEY, Website.KEY, Intake.KEY)
        .readingIfPresent(TechnologyStack.KEY)
        .readingContext()
        .readingDate()
        .version(9);
  }

  @Override
  public Prompt prompt() {
    return AskForTriggers.ASKED.prompt();
  }

  @Override
  public Optional<Question> question(AgentInput input) throws InterruptedException {
    return AskForTriggers.question(input, byRules(input));
  }

  @Override
  public Reading<BuyingTriggers> read(AgentInput input, Question asked, Answer answer) {
    return AskForTriggers.read(input, asked, answer, byRules(input));
  }

  @Override
  public BuyingTriggers byRules(AgentInput input) {
    return new Work(input).section();
  }

  private record Found(
      TriggerKind kind,
      Fact.Known<String> text,
      Fact<PartialDate> date,
      Fact<PartialDate> endsOn,
      ScoreRange strength) {

    boolean isOwn() {
      return text.best().publisher() == Snapshot.Publisher.COMPANY;
    }

    /** Whether the company itself tells the same, and when: of one kind, in much the same words. */
    boolean isToldBy(Found other) {
      boolean dates = date.value().isEmpty() || other.date().value().isPresent();
      return dates
          && other.isOwn()
          && other.kind() == kind
          && Overlap.of(text.known(), other.text().known()) >= SAME_EVENT;
    }
  }

  /** From this share of words in common on, two sentences tell of one event. */
  private static final double SAME_EVENT = 0.4;

  private static final class Work {
    private final AgentInput input;
    private final Evidence evidence;
    private final LocalDate today;
    private final Wording wording;
    private final List<String> company;

    Work(AgentInput input) {
      this.input = input;
      this.evidence = input.evidence();
      this.today = input.asOf().atZone(ZoneOffset.UTC).toLocalDate();
      this.wording = Wording.of(BuyingTriggersAgent.class, input.context().language());
      String name = input.get(Intake.KEY).name().value().orElse("");
      this.company =
          List.of(Folded.of(name).split("[^\\p{L}\\p{N}]+")).stream()
              .filter(word -> word.length() > 2)
              .toList();
    }

    BuyingTriggers section() {
      List<Found> found = new ArrayList<>();
      for (Heard heard : sentences()) {
        Triggers.in(heard.said(), heard.language(), company, heard.isOwn())
            .flatMap(trigger -> found(heard, trigger))
            .ifPresent(found::add);
      }
      found.removeIf(one -> !one.isOwn() && found.stream().anyMatch(one::isToldBy));
      List<Found> current =
          found.stream()
              .filter(f -> !TriggerAge.isPast(f.date(), today))
              .sorted(Comparator.comparingDouble((Found f) -> -f.strength().high()))
              .toList();
      List<Found> past =
          found.stream()
              .filter(f -> TriggerAge.isPast(f.date(), today))
              .sorted(Comparator.comparingLong(f -> TriggerAge.days(f.date(), today).orElse(0L)))
              .toList();
      List<BuyingTriggers.Item> items = items(current, "t");
      String missing =
          items.isEmpty() ? wording.say(past.isEmpty() ? "triggers.none" : "triggers.past") : "";
      return new BuyingTriggers(items, items(past, "o"), missing);
    }

    /** Own sentences, and those of others that are sure to be about the company. */
    private List<Heard> sentences() {
      List<Heard> all = new ArrayList<>(ReadSentences.of(input));
      for (ExternalIntelligence.Finding finding : input.get(ExternalIntelligence.KEY).findings()) {
        Claim<String> claim = finding.text().best();
        if (claim.publisher() == Snapshot.Publisher.THIRD_PARTY) {
          Snapshot snapshot = input.snapshot(claim.snapshot());
          int at = snapshot.text().indexOf(claim.quote());
          if (at >= 0) {
            TextPassage passage = new TextPassage(at, at + claim.quote().length());
            all.add(new Heard(snapshot, passage, language(claim), Optional.empty()));
          }
        }
      }
      return all;
    }

    private static Language language(Claim<String> claim) {
      Language told = dev.prospector.agents.page.LanguageDetector.detect(claim.quote(), "");
      return told == Language.UNKNOWN || told == Language.OTHER ? Language.PORTUGUESE : told;
    }

    private Optional<Found> found(Heard heard, Trigger trigger) {
      LocalDate latest = trigger.planned() ? today.plusYears(3) : today;
      Optional<DatedWords> said = DatedWords.of(heard, latest);
      Optional<DatedWords> until = DatedWords.deadline(heard, base(heard));
      Fact<PartialDate> date = fact("trigger.date", said);
      // "Until December" says no year: that year is taken from when it was said, and is no fact.
      Fact<PartialDate> endsOn = fact("trigger.ends", until);
      boolean over = until.filter(words -> words.date().last().isBefore(today)).isPresent();
      List<Claim<String>> text =
          evidence.claim("trigger", ValueTypes.TEXT, heard.said(), heard.passage()).stream()
              .toList();
      return text.isEmpty() || over
          ? Optional.empty()
          : Optional.of(
              new Found(
                  trigger.kind(),
                  evidence.findings(text).get(0),
                  date,
                  endsOn,
                  TriggerAge.strength(date, today, text.get(0).confidence())));
    }

    private LocalDate base(Heard heard) {
      return heard
          .headed()
          .map(PartialDate::first)
          .or(() -> heard.snapshot().capturedAt().map(t -> t.atZone(ZoneOffset.UTC).toLocalDate()))
          .orElse(today);
    }

    private Fact<PartialDate> fact(String field, Optional<DatedWords> words) {
      return evidence.fact(
          words
              .flatMap(w -> evidence.claim(field, PartialDates.TYPE, w.date(), w.passage()))
              .stream()
              .toList());
    }

    private List<BuyingTriggers.Item> items(List<Found> found, String prefix) {
      List<BuyingTriggers.Item> items = new ArrayList<>();
      for (Found one : found) {
        long same = items.stream().filter(i -> i.kind() == one.kind()).count();
        boolean again = items.stream().anyMatch(i -> i.text().known().equals(one.text().known()));
        if (items.size() < MOST && same < MOST_OF_A_KIND && !again) {
          items.add(
              new BuyingTriggers.Item(
                  prefix + (items.size() + 1),
                  one.kind(),
                  one.text(),
                  one.date(),
                  one.strength(),
                  Statement.signalled(
                      wording.say("whynow." + one.kind()), List.of(one.text().best())),
                  one.endsOn()));
        }
      }
      return items;
    }
  }
}
