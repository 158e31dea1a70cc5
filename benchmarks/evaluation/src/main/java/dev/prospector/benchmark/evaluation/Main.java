package dev.prospector.benchmark.evaluation;

import dev.prospector.benchmark.halves.Half;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code evaluation KIND --data FOLDER [--half 0|1] [--out FILE]}: prints one JSON object as its
 * last line, of one half of the data where a half is named. {@code evaluation halves --data
 * FOLDERS}: prints both halves of every kind that has halves. {@code evaluation table --data
 * FOLDERS --floors FILE}: prints every kind whose folder is there, and ends with status 1 if a
 * metric lies below its floor.
 */
public final class Main {

  private static final List<Evaluation> EVALUATIONS =
      List.of(
          new AnswersEvaluation(),
          new CalibrationEvaluation(),
          new CasesEvaluation(),
          new ContactsEvaluation(),
          new DraftsEvaluation(),
          new EmailsEvaluation(),
          new IndustryEvaluation(),
          new InjectionEvaluation(),
          new MainContentEvaluation(),
          new PhonesEvaluation(),
          new RegistrationEvaluation(),
          new RobotsEvaluation(),
          new SegmentsEvaluation(),
          new SignalsEvaluation(),
          new SsrfEvaluation(),
          new StructuredDataEvaluation(),
          new TechnologyEvaluation(),
          new UrlsEvaluation(),
          new WireEvaluation());

  private Main() {}

  /** Runs one evaluation; exit status 0 when it ran, 2 when it was called wrongly. */
  public static void main(String[] args) throws IOException {
    Optional<Arguments> arguments = Arguments.parse(args);
    if (arguments.isEmpty()) {
      System.err.println("usage: evaluation KIND --data FOLDER [--half 0|1] [--out FILE]");
      System.err.println("kinds: " + EVALUATIONS.stream().map(Evaluation::kind).toList());
      System.exit(2);
    }
    Arguments given = arguments.orElseThrow();
    switch (given.kind()) {
      case "table" -> table(given);
      case "halves" -> new HalvesTable(EVALUATIONS, System.out).print(given.data());
      default -> run(given);
    }
  }

  private static void table(Arguments arguments) throws IOException {
    Path floors = Objects.requireNonNull(arguments.floors(), "table needs --floors FILE");
    List<String> fallen = new QualityTable(EVALUATIONS, floors, System.out).print(arguments.data());
    if (!fallen.isEmpty()) {
      fallen.forEach(line -> System.err.println("below its floor: " + line));
      System.exit(1);
    }
  }

  private static void run(Arguments arguments) throws IOException {
    Evaluation evaluation =
        EVALUATIONS.stream()
            .filter(e -> e.kind().equals(arguments.kind()))
            .findFirst()
            .orElse(null);
    if (evaluation == null) {
      System.err.println(
          "unknown kind '"
              + arguments.kind()
              + "'; known: "
              + EVALUATIONS.stream().map(Evaluation::kind).toList());
      System.exit(2);
      return;
    }
    Optional<Score> measured = measure(evaluation, arguments);
    if (measured.isEmpty()) {
      System.err.println("kind '" + arguments.kind() + "' has no halves");
      System.exit(2);
    }
    Score score = measured.orElseThrow();
    ObjectMapper json = JsonMapper.builder().build();
    if (arguments.out() != null) {
      Files.writeString(
          arguments.out(),
          json.writer(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(report(evaluation, score, true)));
    }
    System.out.println(json.writeValueAsString(report(evaluation, score, false)));
  }

  private static Optional<Score> measure(Evaluation evaluation, Arguments arguments)
      throws IOException {
    if (arguments.half() == Half.BOTH) {
      return Optional.of(evaluation.measure(arguments.data()));
    }
    return evaluation instanceof Halved halved
        ? Optional.of(halved.measure(arguments.data(), arguments.half()))
        : Optional.empty();
  }

  private static Map<String, Object> report(Evaluation evaluation, Score score, boolean withWrong) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("kind", evaluation.kind());
    report.put("counts", score.counts());
    report.put("metrics", score.metrics());
    if (withWrong) {
      report.put("wrong", score.wrong());
    }
    return report;
  }
}
