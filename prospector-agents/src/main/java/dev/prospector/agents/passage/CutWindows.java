package dev.prospector.agents.passage;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.heard.Heeding;
import dev.prospector.agents.heard.MachineOrders;
import dev.prospector.agents.internal.Interruption;
import dev.prospector.agents.page.OtherCompanies;
import dev.prospector.agents.page.PageText;
import dev.prospector.agents.page.layout.PageRole;
import dev.prospector.agents.relevance.Passages;
import dev.prospector.agents.relevance.TextPassage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts texts into windows of up to three sentences, in order and each sentence once. Lines about
 * other companies are left out, and so are lines that address a reading machine, which are counted.
 * Confined to one thread.
 */
final class CutWindows {

  private static final int SENTENCES = 3;
  private static final int MOST_SENTENCES = 6_000;
  private static final int MOST_CHARACTERS = 600_000;

  /** The company, what it offers, and the news that it publishes. */
  private static final Set<PageRole> SPEAKS =
      EnumSet.of(PageRole.OWN, PageRole.OFFER, PageRole.ARTICLE);

  private final List<Window> windows = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private int sentences;
  private int orders;

  /** Returns the windows. */
  List<Window> windows() {
    return windows;
  }

  /** Returns how many sentences were left out since they address a machine. */
  int orders() {
    return orders;
  }

  /** Adds the windows of a text. */
  void add(int number, LeadText text) {
    OtherCompanies others = OtherCompanies.in(text.snapshot().text());
    boolean begins = text.presents();
    if (begins) {
      title(number, text);
    }
    for (PageText.Region region : text.text().regions(PageText.Region.Kind.MAIN)) {
      Interruption.check("choosing passages");
      if (SPEAKS.contains(region.role()) && region.end() > region.start()) {
        int before = windows.size();
        region(new Place(number, text, others), region, begins);
        begins &= windows.size() == before;
      }
    }
  }

  private record Place(int number, LeadText text, OtherCompanies others) {

    Window window(int start, int end, boolean always) {
      return new Window(number, text.snapshot(), start, end, text.language(), always);
    }
  }

  private void title(int number, LeadText text) {
    for (PageText.Region region : text.text().regions(PageText.Region.Kind.TITLE)) {
      String words = text.text().text(region);
      if (!words.isBlank() && !MachineOrders.address(words)) {
        int start = region.start() + words.indexOf(words.strip());
        Place place = new Place(number, text, OtherCompanies.in(""));
        seen.add(Folded.onOneLine(words));
        keep(place.window(start, start + words.strip().length(), true));
      }
    }
  }

  private void region(Place place, PageText.Region region, boolean begins) {
    int end = Math.min(region.end(), region.start() + MOST_CHARACTERS);
    String whole = place.text().snapshot().text();
    boolean first = begins;
    Heeding heeding = new Heeding(whole, place.others());
    int held = 0;
    @Nullable Window open = null;
    for (TextPassage bare : Passages.of(whole.substring(region.start(), end))) {
      if (sentences++ >= MOST_SENTENCES) {
        break;
      }
      TextPassage at = new TextPassage(bare.start() + region.start(), bare.end() + region.start());
      if (!heeding.hears(at) || !seen.add(Folded.onOneLine(at.of(whole)))) {
        first &= !close(open);
        open = null;
        continue;
      }
      if (open == null || held == SENTENCES) {
        first &= !close(open);
        open = place.window(at.start(), at.end(), first);
        held = 1;
      } else {
        open = open.upTo(place.window(at.start(), at.end(), false));
        held++;
      }
    }
    close(open);
    orders += heeding.orders();
  }

  private boolean close(@Nullable Window window) {
    return window != null && keep(window);
  }

  private boolean keep(Window window) {
    return windows.add(window);
  }
}
