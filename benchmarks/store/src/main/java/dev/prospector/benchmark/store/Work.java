package dev.prospector.benchmark.store;

import dev.prospector.adapter.store.StoreOptions;
import dev.prospector.budget.Usage;
import dev.prospector.dossier.Author;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.dossier.Provenance;
import dev.prospector.dossier.Section;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.StepCommit;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Results of steps, sixteen for each lead, made before anything is measured. */
final class Work {

  static final int AGENTS = 16;
  static final Tenant TENANT = Tenant.DEFAULT;
  static final StoreOptions OPTIONS =
      StoreOptions.defaults()
          .withSections(
              IntStream.range(0, AGENTS).mapToObj(Work::section).toArray(Section<?>[]::new));

  private static final int VALUE_CHARACTERS = 2_000;
  private static final int PAGE_CHARACTERS = 4_000;
  private static final Random RANDOM = new Random(1);
  private static final String VALUE = letters(VALUE_CHARACTERS);
  private static final String TEXT = letters(PAGE_CHARACTERS);

  private Work() {}

  static Section<Mark> section(int agent) {
    return Mark.section("section-" + agent);
  }

  static List<StepCommit> steps(Shape shape, int count) {
    return IntStream.range(0, count).mapToObj(i -> step(shape, i)).toList();
  }

  private static StepCommit step(Shape shape, int index) {
    Fingerprint inputs = Fingerprint.hasher().add("step " + index).finish();
    Provenance provenance =
        new Provenance("benchmark", 1, Author.RULES, inputs, Instant.EPOCH, Usage.NONE, "", "", "");
    String page = "https://example.com/" + index;
    return new StepCommit(
        "run-1",
        LeadId.of("lead-" + index / AGENTS),
        inputs,
        Entry.of(section(index % AGENTS), new Mark(VALUE), provenance),
        shape == Shape.RESULT ? List.of() : List.of(Snapshot.page(page, page + TEXT)),
        List.of());
  }

  private static String letters(int count) {
    StringBuilder letters = new StringBuilder(count);
    RANDOM.ints(count, 'a', 'z' + 1).forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
