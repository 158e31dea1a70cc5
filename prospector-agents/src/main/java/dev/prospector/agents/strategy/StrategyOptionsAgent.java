package dev.prospector.agents.strategy;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Quoted;
import dev.prospector.agents.argument.Seller;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.contact.ContactDetails.Channel;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.qualification.Qualification;
import dev.prospector.agents.strategy.StrategyOptions.Angle;
import dev.prospector.agents.strategy.StrategyOptions.Option;
import dev.prospector.agents.strategy.StrategyOptions.Tone;
import dev.prospector.agents.writer.Known;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.lead.LeadStage;
import dev.prospector.model.LanguageModel.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Makes up to three ways to approach a company, from what is known of it. */
public final class StrategyOptionsAgent implements ModelAgent<StrategyOptions> {

  private static final int WANTED = 3;
  private static final int LONGEST_QUOTE = 180;
  private static final List<Channel> BRAZIL =
      List.of(Channel.WHATSAPP, Channel.EMAIL, Channel.PHONE, Channel.LINKEDIN);
  private static final List<Channel> ELSEWHERE =
      List.of(Channel.EMAIL, Channel.PHONE, Channel.LINKEDIN, Channel.WHATSAPP);

  /** Creates the agent; it has no state. */
  public StrategyOptionsAgent() {}

  @Override
  public AgentSpec<StrategyOptions> spec() {
    return AgentSpec.writing(StrategyOptions.KEY)
        .stage(LeadStage.STRATEGY)
        .reading(Qualification.KEY, CompanyProfile.KEY, ContactDetails.KEY)
        .readingIfPresent(Persona.KEY, PainPoints.KEY, BuyingTriggers.KEY, Intake.KEY)
        .readingContext()
        .readingMonth()
        .version(3);
  }

  @Override
  public Prompt prompt() {
    return AskForOptions.ASKED.prompt();
  }

  @Override
  public Optional<Question> question(AgentInput input) {
    return AskForOptions.question(input);
  }

  @Override
  public Reading<StrategyOptions> read(AgentInput input, Question asked, Answer answer) {
    return AskForOptions.read(input, answer, byRules(input));
  }

  @Override
  public StrategyOptions byRules(AgentInput input) {
    Wording wording = Wording.of(StrategyOptionsAgent.class, input.context().language());
    List<Option> options = new Work(input, wording).options();
    boolean reachable = !channels(input).isEmpty();
    StrategyOptions.State state =
        reachable ? StrategyOptions.State.REACHABLE : StrategyOptions.State.NEEDS_CONTACT;
    String missing = options.size() >= WANTED ? "" : few(input);
    return new StrategyOptions(options, state, missing);
  }

  /** Why there are fewer than three. */
  static String few(AgentInput input) {
    return Wording.of(StrategyOptionsAgent.class, input.context().language()).say("options.few");
  }

  /** The lead's channels in the order in which its market uses them. */
  static List<Channel> channels(AgentInput input) {
    List<Channel> there = input.get(ContactDetails.KEY).channels();
    String country = input.find(Intake.KEY).flatMap(i -> i.country().value()).orElse("");
    return (country.equals("BR") ? BRAZIL : ELSEWHERE).stream().filter(there::contains).toList();
  }

  private static final class Work {
    private final AgentInput input;
    private final Wording wording;
    private final Seller seller;
    private final List<Channel> channels;
    private final List<Option> options = new ArrayList<>();

    Work(AgentInput input, Wording wording) {
      this.input = input;
      this.wording = wording;
      this.seller = new Seller(input.context());
      this.channels = channels(input);
    }

    List<Option> options() {
      trigger();
      pain();
      advantage();
      referral();
      return options.stream().limit(WANTED).toList();
    }

    private void add(Angle angle, Tone tone, String meets, List<Statement> arguments, String ask) {
      List<Channel> order = new ArrayList<>(channels);
      if (!order.isEmpty()) {
        Collections.rotate(order, -(options.size() % order.size()));
      }
      options.add(
          new Option("s" + (options.size() + 1), angle, tone, order, meets, arguments, ask));
    }

    private void trigger() {
      Known.triggersOf(input).stream()
          .findFirst()
          .ifPresent(
              t -> {
                String quote = Quoted.of(t.text().known(), LONGEST_QUOTE);
                Statement said =
                    Statement.stated(
                        wording.say(Quoted.key("option.announces", t.text().best()), quote),
                        List.of(t.text().best()));
                add(
                    Angle.TRIGGER,
                    Tone.DIRECT,
                    t.id(),
                    List.of(said, t.whyNow()),
                    wording.say("open.trigger." + t.kind()));
              });
    }

    private void pain() {
      Known.painsOf(input).stream()
          .findFirst()
          .ifPresent(
              p -> {
                List<Statement> arguments = new ArrayList<>(List.of(p.statement()));
                p.answer().ifPresent(arguments::add);
                add(
                    Angle.PAIN,
                    Tone.CONSULTATIVE,
                    p.id(),
                    arguments,
                    wording.say("open.pain." + p.category()));
              });
    }

    /** What the seller does better, with what the company says it does. */
    private void advantage() {
      List<Statement> arguments = new ArrayList<>();
      input.get(CompanyProfile.KEY).services().stream()
          .findFirst()
          .ifPresent(
              s ->
                  arguments.add(
                      Statement.stated(
                          wording.say(
                              Quoted.key("option.service", s.best()),
                              Quoted.of(s.known(), LONGEST_QUOTE)),
                          List.of(s.best()))));
      Optional<String> advantage = seller.items(Items.ADVANTAGES).stream().findFirst();
      advantage.ifPresent(
          a -> arguments.add(Statement.context(wording.say("option.advantage", seller.own(a)))));
      if (advantage.isPresent()) {
        add(Angle.INSIGHT, Tone.FORMAL, "", arguments, wording.say("open.insight"));
      }
    }

    private void referral() {
      if (options.size() < WANTED && !channels.isEmpty()) {
        add(
            Angle.REFERRAL,
            Tone.WARM,
            "",
            List.of(Statement.assumed(wording.say("option.referral"))),
            wording.say("open.referral"));
      }
    }
  }
}
