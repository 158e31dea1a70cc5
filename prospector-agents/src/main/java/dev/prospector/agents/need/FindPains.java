package dev.prospector.agents.need;

import dev.prospector.agents.argument.Seller;
import dev.prospector.agents.company.hours.ReadHours;
import dev.prospector.agents.heard.Heard;
import dev.prospector.agents.relevance.RunningText;
import dev.prospector.agents.relevance.Sentence;
import dev.prospector.agents.relevance.Sought;
import dev.prospector.agents.signal.Complaints;
import dev.prospector.context.BusinessContext.Items;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds for each pain of the context the sentence that shows it best. */
final class FindPains {

  private static final double WORDS_ALONE = 0.45;
  private static final double WITH_PROBLEM = 0.6;
  private static final double COMPLAINS = 0.9;

  private FindPains() {}

  /** A pain of the context and the sentence that shows it. */
  record Found(String pain, Heard heard, double strength, Complaints.Voice voice) {
    boolean isStated() {
      return voice == Complaints.Voice.OWN && heard.isOwn();
    }
  }

  /** Returns what was found, the strongest first, each sentence for one pain. */
  static List<Found> in(List<Heard> sentences, Seller seller) {
    List<Sentence> read = new ArrayList<>();
    List<Heard> kept = new ArrayList<>();
    for (Heard heard : sentences) {
      if (Sought.isComparable(heard.language())
          && RunningText.isSentence(heard.said(), heard.language())
          && ReadHours.inAnyLanguage(heard.said()).isEmpty()) {
        read.add(Sentence.of(heard.snapshot().text(), heard.at(), heard.language()));
        kept.add(heard);
      }
    }
    List<Found> all = new ArrayList<>();
    for (String pain : seller.items(Items.PAINS)) {
      Found found = best(pain, seller.sought(pain), read, kept);
      if (found != null) {
        all.add(found);
      }
    }
    all.sort(Comparator.comparingDouble((Found f) -> -f.strength()));
    return distinct(all);
  }

  private static List<Found> distinct(List<Found> all) {
    List<Found> distinct = new ArrayList<>();
    for (Found found : all) {
      if (distinct.stream().noneMatch(d -> d.heard().equals(found.heard()))) {
        distinct.add(found);
      }
    }
    return distinct;
  }

  private static @Nullable Found best(
      String pain, Sought sought, List<Sentence> read, List<Heard> kept) {
    @Nullable Found best = null;
    for (int i = 0; i < read.size(); i++) {
      Sentence sentence = read.get(i);
      var match = sought.in(sentence);
      if (match.isPresent()) {
        Complaints.Voice voice = Complaints.voice(sentence.said(), sentence.language());
        double strength = match.get().score() * weight(voice);
        if (best == null || strength > best.strength()) {
          best = new Found(pain, kept.get(i), Math.min(1, strength), voice);
        }
      }
    }
    return best;
  }

  /** Returns how much a sentence that speaks so tells of a pain, in 0..1. */
  static double weight(Complaints.Voice voice) {
    return switch (voice) {
      case NONE -> WORDS_ALONE;
      case PROBLEM -> WITH_PROBLEM;
      case OWN -> COMPLAINS;
    };
  }
}
