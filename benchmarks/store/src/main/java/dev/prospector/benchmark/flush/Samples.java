package dev.prospector.benchmark.flush;

import dev.prospector.adapter.store.StoreOptions;
import dev.prospector.budget.Account;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Author;
import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.dossier.Provenance;
import dev.prospector.dossier.Section;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.StepCommit;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** What is written, each record by its number alone, so that a reader knows what it has to find. */
final class Samples {

  static final Tenant TENANT = Tenant.DEFAULT;
  static final StoreOptions OPTIONS = StoreOptions.defaults().withSections(Finding.KEY);

  private static final String RUN = "run-1";
  private static final int STEPS_OF_A_LEAD = 8;

  /** What a step found. */
  record Finding(String text) {
    static final Section<Finding> KEY = Section.of("finding", Finding.class, 1);
  }

  private Samples() {}

  static CallIntent intent(int number) {
    Usage atMost = new Usage(null, 100, 1);
    return new CallIntent(
        RUN,
        lead(number),
        "finding",
        inputs(number),
        call(number),
        Effect.READ,
        new Reservation("r-" + number, new Account(TENANT, RUN), atMost));
  }

  /** Returns a result of up to six thousand characters; every other one keeps a page. */
  static StepCommit step(int number) {
    CallOutcome outcome =
        new CallOutcome(call(number), CallOutcome.Ending.ANSWERED, new Usage(null, 50, 1));
    return new StepCommit(
        RUN,
        lead(number),
        inputs(number),
        entry(number),
        number % 2 == 0 ? List.of() : List.of(page(number)),
        List.of(outcome));
  }

  static Lead saved(int number) {
    return Lead.of(LeadId.of("saved-" + number), Company.named("Company " + number));
  }

  static Dossier dossier(int number) {
    return Dossier.of(List.of(entry(number)));
  }

  private static Entry<Finding> entry(int number) {
    Provenance provenance =
        new Provenance(
            "finding", 1, Author.RULES, inputs(number), Instant.EPOCH, Usage.NONE, "", "", "");
    return Entry.of(Finding.KEY, new Finding(letters(number, 6_000)), provenance);
  }

  private static Snapshot page(int number) {
    return Snapshot.page("https://example.com/" + number, number + " " + letters(-number, 9_000));
  }

  private static LeadId lead(int number) {
    return LeadId.of("lead-" + number / STEPS_OF_A_LEAD);
  }

  private static Fingerprint inputs(int number) {
    return Fingerprint.hasher().add("step " + number).finish();
  }

  private static String call(int number) {
    return "call-" + number;
  }

  private static String letters(int seed, int most) {
    Random random = new Random(seed);
    StringBuilder letters = new StringBuilder();
    random.ints(random.nextInt(most), 'a', 'z' + 1).forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
