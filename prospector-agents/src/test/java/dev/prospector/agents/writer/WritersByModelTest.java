package dev.prospector.agents.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.argument.Ground;
import dev.prospector.agents.argument.Overlap;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.contact.ContactDetails.Channel;
import dev.prospector.agents.draft.Found;
import dev.prospector.agents.outreach.Briefing;
import dev.prospector.agents.outreach.Messages;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.prompt.PromptLead;
import dev.prospector.agents.strategy.ActionPlan;
import dev.prospector.agents.strategy.ApproachPlan;
import dev.prospector.agents.strategy.Objections;
import dev.prospector.agents.strategy.StrategicQuestions;
import dev.prospector.agents.strategy.StrategyEvaluation;
import dev.prospector.agents.strategy.StrategyOptions;
import dev.prospector.agents.strategy.ValuePropositions;
import dev.prospector.dossier.Author;
import dev.prospector.dossier.Section;
import dev.prospector.run.LeadResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a model adds to what is argued, planned and written; what does not hold falls alone. */
class WritersByModelTest {

  private static final String FUEL =
      "{\"text\":\"O custo de combustível subiu demais e preocupa todo mês.\",\"basis\":[\"p1\"]}";
  private static final String BAURU =
      "{\"text\":\"Em Bauru inauguraram o segundo galpão.\",\"basis\":[\"t2\"]}";

  private static LeadResult rules;

  private final AnsweringModel model = new AnsweringModel();

  @BeforeAll
  static void runOnRules() {
    rules = PromptLead.run(new AnsweringModel());
  }

  private <T> T written(Section<T> section) {
    LeadResult result = PromptLead.run(model);
    assertThat(result.dossier().entry(section).orElseThrow().provenance().author())
        .isEqualTo(Author.MODEL);
    return result.dossier().find(section).orElseThrow();
  }

  private static <T> T byRules(Section<T> section) {
    return rules.dossier().find(section).orElseThrow();
  }

  @Test
  void goalsRestOnWhatSourcesSayAndAnAssumptionComesAfterThem() {
    model.to(
        "persona",
        """
        {"goals":[{"text":"Operar também o galpão de Bauru.","basis":["t2"]},
                  {"text":"Crescer 40 por cento.","basis":["t2"]},
                  {"text":"Ser promovido logo.","basis":[]}],
         "worries":[{"text":"Pagar o combustível de Marta.","basis":["p9"]}]}
        """);
    Persona persona = written(Persona.KEY);
    Persona assumed = byRules(Persona.KEY);
    assertThat(persona.goals().get(0).text()).contains("Bauru");
    assertThat(persona.goals().get(0).basis()).isNotEmpty();
    assertThat(persona.goals()).hasSize(1 + assumed.goals().size());
    assertThat(persona.worries()).isEqualTo(assumed.worries());
    assertThat(model.times("persona")).isEqualTo(2);
  }

  @Test
  void anOfferCitesTheSellerAndAQuantityStandsInTheContext() {
    String fits =
        """
        {"meets":"p1","title":"Ver o consumo de cada veículo","benefit":{"text":"A telemetria mostra o consumo por veículo.","basis":["k3","p1"]},
         "difference":{"text":"A implantação leva três semanas.","basis":["k5"]},"nextStep":"Ver juntos o consumo de um veículo."}\
        """;
    model.to(
        "value-propositions",
        "{\"propositions\":["
            + String.join(
                ",",
                fits.replace("três semanas", "duas semanas").replace("p1", "t2"),
                fits.replace("[\"k3\",\"p1\"]", "[\"p1\"]"),
                fits.replace("\"p1\"", "\"p7\""),
                fits,
                fits)
            + "]}");
    ValuePropositions values = written(ValuePropositions.KEY);
    assertThat(values.propositions().get(0).title()).isEqualTo("Ver o consumo de cada veículo");
    assertThat(values.propositions())
        .extracting(ValuePropositions.Proposition::meets)
        .doesNotHaveDuplicates();
    assertThat(values.propositions().stream().skip(1).toList())
        .allMatch(p -> !p.benefit().text().contains("telemetria mostra"));
    assertThat(values.toString()).doesNotContain("duas semanas");
  }

  @Test
  void questionsAreOpenAndOther() {
    model.to(
        "strategic-questions",
        """
        {"questions":[
          {"text":"Vocês usam rastreadores?","aim":"PROCESS","settles":"NEED"},
          {"text":"Como dividem as rotas entre os galpões depois de Bauru?","aim":"PROCESS","settles":"NEED"},
          {"text":"Como dividem as rotas entre os galpões desde Bauru?","aim":"PROCESS","settles":"NONE"},
          {"text":"O que mudou desde a fusão com a Rota Norte?","aim":"VISION","settles":"NONE"}]}
        """);
    List<StrategicQuestions.Question> questions = written(StrategicQuestions.KEY).questions();
    assertThat(questions.get(0).text()).contains("depois de Bauru");
    assertThat(questions).extracting(q -> q.text()).noneMatch(t -> t.contains("fusão"));
    assertThat(questions).extracting(q -> q.text()).noneMatch(t -> t.contains("desde Bauru"));
    assertThat(questions).hasSizeBetween(2, 3);
  }

  private static String option(String id, String angle, String tone, String channel, String two) {
    return """
    {"id":"%s","angle":"%s","tone":"%s","channels":["%s"],"meets":"%s","arguments":[%s,%s],
     "openingQuestion":"Como acompanham esse gasto hoje?"}\
    """
        .formatted(id, angle, tone, channel, angle.equals("PAIN") ? "p1" : "t2", FUEL, two);
  }

  @Test
  void optionsTrulyDifferAndUseChannelsThatThereAre() {
    String other = "{\"text\":\"A telemetria mostra o consumo por veículo.\",\"basis\":[\"k3\"]}";
    model.to(
        "strategy-options",
        "{\"options\":["
            + String.join(
                ",",
                option("s1", "PAIN", "DIRECT", "EMAIL", other),
                option("s2", "PAIN", "WARM", "PHONE", other),
                option("s3", "GROWTH", "DIRECT", "EMAIL", BAURU),
                option("s4", "RISK", "FORMAL", "LINKEDIN", BAURU),
                option("s5", "RISK", "FORMAL", "PHONE", other))
            + "]}");
    List<StrategyOptions.Option> options = written(StrategyOptions.KEY).options();
    assertThat(options.get(0).id()).isEqualTo("s1");
    assertThat(options).hasSize(3);
    assertThat(options).extracting(o -> o.angle()).doesNotHaveDuplicates();
    assertThat(options).extracting(o -> o.id()).doesNotHaveDuplicates().doesNotContain("s2", "s3");
    assertThat(options).allMatch(o -> !o.channels().contains(Channel.LINKEDIN));
    for (StrategyOptions.Option one : options) {
      for (StrategyOptions.Option two : options) {
        assertThat(one.equals(two) || Overlap.of(said(one), said(two)) < .6).isTrue();
      }
    }
  }

  private static String said(StrategyOptions.Option option) {
    return String.join(" ", option.arguments().stream().map(Statement::text).toList());
  }

  private static String argument(String option, String criterion, int by, String reason) {
    return "{\"option\":\"%s\",\"criterion\":\"%s\",\"by\":%d,\"reason\":%s}"
        .formatted(option, criterion, by, reason);
  }

  @Test
  void anArgumentMovesAValueALittleAndCodePicks() {
    StrategyEvaluation before = byRules(StrategyEvaluation.KEY);
    model.to(
        "strategy-evaluation",
        "{\"arguments\":["
            + String.join(
                ",",
                argument("s1", "TIMING", 15, BAURU),
                argument("s1", "TIMING", 15, BAURU),
                argument("s2", "TIMING", 90, BAURU),
                argument("s9", "TIMING", 10, BAURU),
                argument("s2", "REACH", -10, "{\"text\":\"É assim.\",\"basis\":[]}"))
            + "]}");
    StrategyEvaluation after = written(StrategyEvaluation.KEY);
    for (int i = 0; i < after.options().size(); i++) {
      for (int j = 0; j < after.options().get(i).reasons().size(); j++) {
        StrategyEvaluation.Reason was = before.options().get(i).reasons().get(j);
        StrategyEvaluation.Reason now = after.options().get(i).reasons().get(j);
        boolean argued = i == 0 && now.criterion() == StrategyEvaluation.Criterion.TIMING;
        double most = argued ? .1501 : 0;
        assertThat(now.value().high() - was.value().high()).isBetween(0.0, most);
        assertThat(now.text().contains("segundo galpão")).isEqualTo(argued);
      }
    }
    double best =
        after.options().stream().mapToDouble(o -> o.total().range().middle()).max().orElseThrow();
    assertThat(after.options())
        .filteredOn(o -> after.chosen().equals(Optional.of(o.option())))
        .allMatch(o -> o.total().range().middle() == best);
  }

  @Test
  void stepsStayOnDaysThatRiseAndOnChannelsThatThereAre() {
    ActionPlan before = byRules(ActionPlan.KEY);
    String steps =
        """
        {"steps":[
          {"number":1,"channel":"WHATSAPP","day":0,"action":"Escrever sobre o galpão.","callToAction":"Pedir uma conversa."},
          {"number":2,"channel":"PHONE","day":%d,"action":"Ligar e perguntar pelo galpão de Bauru.","callToAction":"Pedir para ver uma rota."},
          {"number":3,"channel":"EMAIL","day":0,"action":"Escrever de novo.","callToAction":"Perguntar de novo."},
          {"number":9,"channel":"EMAIL","day":50,"action":"Escrever mais uma vez.","callToAction":"Pedir resposta."}]}
        """
            .formatted(before.steps().get(1).day() - 1);
    model.to("action-plan", steps);
    ActionPlan plan = written(ActionPlan.KEY);
    assertThat(plan.steps()).hasSameSizeAs(before.steps());
    assertThat(plan.steps().get(0)).isEqualTo(before.steps().get(0));
    assertThat(plan.steps().get(1).action()).contains("Bauru");
    assertThat(plan.steps().get(2)).isEqualTo(before.steps().get(2));
    assertThat(plan.steps()).extracting(ActionPlan.Step::day).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void theApproachKeepsItsDatesAndAsksNothingTwice() {
    model.to(
        "approach-plan",
        """
        {"pitch":[%s,{"text":"A telemetria mostra o consumo por veículo.","basis":["k3"]}],
         "contacts":[
           {"number":1,"topics":["O galpão de Bauru","O consumo de 300 litros"],"questions":["Como decidem a rota do dia?"]},
           {"number":2,"topics":[],"questions":["Como decidem a rota do dia?"]}]}
        """
            .formatted(FUEL));
    ApproachPlan plan = written(ApproachPlan.KEY);
    ApproachPlan before = byRules(ApproachPlan.KEY);
    assertThat(plan.pitch()).hasSize(2);
    assertThat(plan.pitch().get(0).ground()).isEqualTo(Ground.STATED);
    assertThat(plan.contacts().get(0).topics()).containsExactly("O galpão de Bauru");
    assertThat(plan.contacts())
        .extracting(ApproachPlan.Contact::date)
        .isEqualTo(before.contacts().stream().map(ApproachPlan.Contact::date).toList());
    assertThat(plan.contacts().get(1).questions()).isEqualTo(before.contacts().get(1).questions());
  }

  @Test
  void objectionsAreOfOtherCategoriesAndAProofRestsOnSomething() {
    String cost =
        """
        {"category":"COST","objection":"O combustível já leva o orçamento.","by":"PROOF","answer":"Podemos começar por um veículo.",
         "proof":{"text":"A telemetria é por veículo.","basis":["k3"]}}\
        """;
    model.to(
        "objections",
        "{\"objections\":["
            + String.join(
                ",",
                cost.replace("[\"k3\"]", "[]").replace("COST", "TIME"),
                cost,
                cost.replace("Podemos começar", "Vamos terminar"),
                cost.replace("COST", "NEED").replace("um veículo", "garantia total"))
            + "]}");
    List<Objections.Objection> objections = written(Objections.KEY).objections();
    assertThat(objections.get(0).objection()).contains("leva o orçamento");
    assertThat(objections).extracting(o -> o.category()).doesNotHaveDuplicates();
    assertThat(objections).hasSizeBetween(3, 5);
    assertThat(objections.toString()).doesNotContain("garantia").doesNotContain("Vamos terminar");
    assertThat(objections)
        .allMatch(o -> o.by() != Objections.Answer.PROOF || o.proof().isPresent());
  }

  /** Sentences of a call, each with its basis, and one that is put in. */
  private static String call(String kind, String sentence) {
    return """
    {"channel":"PHONE","kind":"%s","subject":"","sentences":[%s,%s,
      {"text":"Trabalhamos com telemetria de consumo por veículo.","basis":["k3"]}%s,
      {"text":"Como acompanham o gasto desde então?","basis":[]}]}\
    """
        .formatted(kind, BAURU, FUEL, sentence.isEmpty() ? "" : "," + sentence);
  }

  @Test
  void aDraftOfAModelStandsWithItsRecipientGreetingAndLinesByCode() {
    model.to("message", "{\"drafts\":[" + call("PRIMARY", "") + "]}");
    Messages messages = written(Messages.KEY);
    Messages.Draft draft = phone(messages, Messages.Kind.PRIMARY);
    Messages.Draft rule = phone(byRules(Messages.KEY), Messages.Kind.PRIMARY);
    assertThat(draft.origin()).isEqualTo(Messages.Origin.MODEL);
    assertThat(draft.found()).isEmpty();
    assertThat(draft.recipient()).isEqualTo(rule.recipient());
    assertThat(draft.sentences().get(0)).isEqualTo(rule.sentences().get(0));
    assertThat(draft.body()).contains("segundo galpão", "Como acompanham");
    assertThat(phone(messages, Messages.Kind.VARIANT))
        .isEqualTo(phone(byRules(Messages.KEY), Messages.Kind.VARIANT));
    assertThat(messages.drafts()).hasSameSizeAs(byRules(Messages.KEY).drafts());
    assertThat(model.times("message")).isEqualTo(1);
  }

  private static Messages.Draft phone(Messages messages, Messages.Kind kind) {
    return messages.drafts().stream()
        .filter(d -> d.channel() == Channel.PHONE && d.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDraftThatFailsIsRepairedOnceThenTheRulesStandAndSaysWhatWasFound() {
    String invented = "{\"text\":\"Com isso o gasto cai 23%, garantimos.\",\"basis\":[\"p1\"]}";
    String answer = "{\"drafts\":[" + call("PRIMARY", invented) + "," + call("VARIANT", "") + "]}";
    model.to("message", answer);
    Messages messages = written(Messages.KEY);
    Messages.Draft primary = phone(messages, Messages.Kind.PRIMARY);
    Messages.Draft rule = phone(byRules(Messages.KEY), Messages.Kind.PRIMARY);
    assertThat(model.times("message")).isEqualTo(2);
    assertThat(primary.origin()).isEqualTo(Messages.Origin.RULES);
    assertThat(primary.body()).isEqualTo(rule.body());
    assertThat(primary.found())
        .extracting(Found::kind)
        .contains(Found.Kind.NUMBER, Found.Kind.PROMISE);
    assertThat(phone(messages, Messages.Kind.VARIANT).origin()).isEqualTo(Messages.Origin.MODEL);
  }

  @Test
  void aRepairedDraftStands() {
    String bad =
        "{\"drafts\":["
            + call("PRIMARY", "{\"text\":\"Falei com Marta Dias.\",\"basis\":[]}")
            + "]}";
    String good = "{\"drafts\":[" + call("PRIMARY", "") + "]}";
    model.to("message", request -> model.times("message") < 2 ? bad : good);
    Messages.Draft draft = phone(written(Messages.KEY), Messages.Kind.PRIMARY);
    assertThat(draft.origin()).isEqualTo(Messages.Origin.MODEL);
    assertThat(draft.body()).doesNotContain("Marta");
  }

  @Test
  void noDraftGoesToAChannelThatIsNotThere() {
    model.to(
        "message",
        "{\"drafts\":["
            + call("PRIMARY", "").replace("PHONE", "LINKEDIN")
            + ","
            + call("PRIMARY", "")
            + "]}");
    Messages messages = written(Messages.KEY);
    List<Channel> there = rules.dossier().find(ContactDetails.KEY).orElseThrow().channels();
    assertThat(messages.drafts()).allMatch(d -> there.contains(d.channel()));
  }

  @Test
  void theBriefingSaysWhatItRestsOnAndKeepsItsLength() {
    String far = "{\"text\":\"" + "palavra ".repeat(29) + "fim.\",\"basis\":[]}";
    model.to(
        "briefing",
        "{\"summary\":["
            + String.join(",", BAURU, FUEL, far, far, far)
            + "],\"sections\":[{\"subject\":\"TRIGGERS\",\"statements\":["
            + BAURU
            + "]},{\"subject\":\"COMPANY\",\"statements\":[{\"text\":\"Tem 300"
            + " caminhões.\",\"basis\":[]}]}]}");
    Briefing briefing = written(Briefing.KEY);
    assertThat(briefing.summary())
        .extracting(Statement::text)
        .first()
        .isEqualTo("Em Bauru inauguraram o segundo galpão.");
    int words = briefing.summary().stream().mapToInt(s -> s.text().split("\\s+").length).sum();
    assertThat(words).isLessThanOrEqualTo(80);
    assertThat(briefing.sections())
        .filteredOn(p -> p.subject() == Briefing.Subject.TRIGGERS)
        .singleElement()
        .satisfies(p -> assertThat(p.statements().get(0).basis()).isNotEmpty());
    assertThat(briefing.toString()).doesNotContain("300 caminhões");
    assertThat(briefing.found()).isEmpty();
    assertThat(briefing.nextStep()).isEqualTo(byRules(Briefing.KEY).nextStep());
  }
}
