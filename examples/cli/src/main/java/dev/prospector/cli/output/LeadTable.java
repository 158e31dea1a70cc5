package dev.prospector.cli.output;

import dev.prospector.adapter.export.record.LeadRecord;
import dev.prospector.adapter.export.write.LeadWriter;
import dev.prospector.agents.qualification.Qualification;
import dev.prospector.evidence.Claim;
import dev.prospector.run.LeadResult;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints leads for people: tier, score, and one fact with its quote. */
public final class LeadTable implements LeadWriter {

  private static final int NAME = 34;
  private static final int QUOTE = 96;

  /** Which facts tell most about a company at a glance. */
  private static final List<String> TELLING =
      List.of("employees", "industry", "founded", "service", "person", "email", "phone");

  private final PrintStream out;
  private boolean begun;

  public LeadTable(PrintStream out) {
    this.out = out;
  }

  @Override
  public void write(LeadRecord lead) {
    if (!begun) {
      out.printf(
          "%-" + NAME + "s %-13s  %5s  %-11s  %s%n", "LEAD", "TIER", "SCORE", "RANGE", "KNOWN");
      begun = true;
    }
    LeadResult result = lead.result();
    Optional<Qualification> qualification = result.dossier().find(Qualification.KEY);
    out.println(
        shortened(name(result), NAME)
            + qualification.map(LeadTable::verdict).orElse(" " + result.status()));
    fact(lead.claims()).ifPresent(claim -> out.println("    " + quoted(claim)));
  }

  private static String name(LeadResult result) {
    String name = result.lead().company().name().strip();
    return name.isEmpty() ? result.lead().id().value() : name;
  }

  private static String verdict(Qualification qualification) {
    return String.format(
        Locale.ROOT,
        " %-13s  %5.2f  %.2f - %.2f  %3.0f %%",
        qualification.tier(),
        qualification.score(),
        qualification.range().low(),
        qualification.range().high(),
        qualification.known() * 100);
  }

  private static Optional<Claim<?>> fact(List<Claim<?>> claims) {
    return claims.stream().min(Comparator.comparingInt(LeadTable::rank));
  }

  private static int rank(Claim<?> claim) {
    int place = TELLING.indexOf(claim.field());
    return place < 0 ? TELLING.size() : place;
  }

  private static String quoted(Claim<?> claim) {
    String quote = claim.quote().strip().replaceAll("\\s+", " ");
    return claim.field()
        + " "
        + claim.value()
        + ": \""
        + shortened(quote, QUOTE).stripTrailing()
        + "\" ("
        + claim.address()
        + ")";
  }

  private static String shortened(String text, int length) {
    if (text.length() <= length) {
      return text + " ".repeat(length - text.length());
    }
    return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, length - 1))) + "…";
  }

  @Override
  public void finish() {
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }
}
