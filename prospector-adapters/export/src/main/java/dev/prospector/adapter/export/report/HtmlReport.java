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
  private final Labels labels;
  private final PriorityQueue<Kept> cards = new PriorityQueue<>(WORST_FIRST);
  private final PriorityQueue<Kept> rows = new PriorityQueue<>(WORST_FIRST);
  private long order;
  private boolean completed;

  /** Where something about a lead waits. */
  private record Kept(double score, long order, TextSpill.Place markup, TextSpill.Place data) {}

  private HtmlReport(Path file, ReportSettings settings) {
    this.file = file;
    this.settings = settings;
    this.target = PartFile.open(file);
    this.spill = new TextSpill(file);
    this.labels = new Labels(settings.language());
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
      keepRow(shown);
      keepCard(shown);
    } catch (IOException e) {
      throw PartFile.failed(file, e);
    }
    order++;
  }

  private void keepRow(ReportLead lead) throws IOException {
    int most = settings.mostCards() + settings.mostRows();
    if (isAmongBest(rows, most, lead.score())) {
      keep(rows, most, lead, lead.article(labels).line(), lead.row());
    }
  }

  private void keepCard(ReportLead lead) throws IOException {
    if (isAmongBest(cards, settings.mostCards(), lead.score())) {
      keep(cards, settings.mostCards(), lead, lead.article(labels).article(), lead.card());
    }
  }

  private void keep(PriorityQueue<Kept> best, int most, ReportLead lead, Html markup, Object data)
      throws IOException {
    TextSpill.Place shown = spill.write(markup.toString());
    best.add(new Kept(lead.score(), order, shown, spill.write(ReportJson.of(data))));
    if (best.size() > most) {
      best.poll();
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
    page.begin(tally.fields(order, inFull.size()), tally.line(labels, order));
    for (Kept kept : bestFirst(cards)) {
      page.write(spill.read(kept.markup()));
    }
    page.beginRest();
    for (Kept kept : bestFirst(rows)) {
      if (!inFull.contains(kept.order())) {
        page.write(spill.read(kept.markup()));
      }
    }
    page.beginRows();
    for (Kept kept : bestFirst(rows)) {
      page.row(spill.read(kept.data()));
    }
    page.endRows();
    for (Kept kept : bestFirst(cards)) {
      page.card(kept.order(), spill.read(kept.data()));
    }
    page.end();
  }

  private static List<Kept> bestFirst(PriorityQueue<Kept> best) {
    List<Kept> ordered = new ArrayList<>(best);
    ordered.sort(WORST_FIRST.reversed());
    return ordered;
  }
}
