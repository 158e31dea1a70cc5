package dev.prospector.adapter.export.report;

import dev.prospector.adapter.export.internal.PartFile;
import dev.prospector.adapter.export.record.LeadRecord;
import dev.prospector.adapter.export.write.LeadWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Writes one HTML file that loads nothing from anywhere: a summary in pictures, and the leads, the
 * best first, each fact with the quote that backs it in the page text where it stands.
 *
 * <p>Memory does not grow with the number of leads: until the report is closed, what may be shown
 * waits in a file beside it that only its owner can read, and that is gone with this process.
 */
public final class HtmlReport implements LeadWriter {

  /** Ranked by score; of equals the earlier one is better. */
  private static final Comparator<Kept> WORST_FIRST =
      Comparator.comparingDouble(Kept::score)
          .thenComparing(Comparator.comparingLong(Kept::order).reversed());

  private final Path file;
  private final ReportSettings settings;
  private final PartFile target;
  private final ReportTally tally = new ReportTally();
  private final TextSpill spill;
  private final PriorityQueue<Kept> cards = new PriorityQueue<>(WORST_FIRST);
  private final PriorityQueue<Kept> rows = new PriorityQueue<>(WORST_FIRST);
  private long order;
  private boolean completed;

  /** Where something about a lead waits. */
  private record Kept(double score, long order, TextSpill.Place place) {}

  private HtmlReport(Path file, ReportSettings settings) {
    this.file = file;
    this.settings = settings;
    this.target = PartFile.open(file);
    this.spill = new TextSpill(file);
  }

  /** Returns a report with default settings. */
  public static HtmlReport to(Path file) {
    return to(file, ReportSettings.defaults());
  }

  /** Returns a report to a file, which is replaced when the report is finished. */
  public static HtmlReport to(Path file, ReportSettings settings) {
    return new HtmlReport(file, settings);
  }

  @Override
  public void write(LeadRecord lead) {
    ReportLead shown = new ReportLead(lead, order);
    tally.add(shown);
    try {
      keep(rows, settings.mostCards() + settings.mostRows(), shown, shown.row());
      if (isAmongBest(cards, settings.mostCards(), shown.score())) {
        keep(cards, settings.mostCards(), shown, shown.card());
      }
    } catch (IOException e) {
      throw PartFile.failed(file, e);
    }
    order++;
  }

  private void keep(PriorityQueue<Kept> best, int most, ReportLead lead, Object content)
      throws IOException {
    if (isAmongBest(best, most, lead.score())) {
      best.add(new Kept(lead.score(), order, spill.write(ReportJson.of(content))));
      if (best.size() > most) {
        best.poll();
      }
    }
  }

  private static boolean isAmongBest(PriorityQueue<Kept> best, int most, double score) {
    Kept worst = best.size() < most ? null : best.peek();
    return worst == null || score > worst.score();
  }

  @Override
  public void finish() {
    try {
      complete();
      target.finish();
    } catch (IOException e) {
      target.discard();
      throw PartFile.failed(file, e);
    }
  }

  private void complete() throws IOException {
    if (!completed) {
      completed = true;
      Writer out = new BufferedWriter(new OutputStreamWriter(target.out(), StandardCharsets.UTF_8));
      write(out);
      out.flush();
    }
  }

  @Override
  public void close() {
    try (target;
        spill) {
      complete();
    } catch (IOException e) {
      target.discard();
      throw PartFile.failed(file, e);
    }
  }

  private void write(Writer out) throws IOException {
    ReportPage page = new ReportPage(out, settings);
    Set<Long> inFull = new HashSet<>();
    cards.forEach(kept -> inFull.add(kept.order()));
    page.begin(tally.fields(order, inFull.size()));
    page.beginRows();
    for (Kept kept : bestFirst(rows)) {
      page.row(spill.read(kept.place()));
    }
    page.endRows();
    for (Kept kept : bestFirst(cards)) {
      page.card(kept.order(), spill.read(kept.place()));
    }
    page.end();
  }

  private static List<Kept> bestFirst(PriorityQueue<Kept> best) {
    List<Kept> ordered = new ArrayList<>(best);
    ordered.sort(WORST_FIRST.reversed());
    return ordered;
  }
}
