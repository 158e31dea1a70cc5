package dev.prospector.agents.draft;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.List;

/** Finds addresses, links and phone numbers that no source holds. */
final class FindAddresses {

  private static final Expression ADDRESS =
      Expression.of(
          "(?:https?://|www\\.)[^\\s<>\"')\\]]{3,200}"
              + "|[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,6}"
              + "|(?<![\\p{L}\\p{N}@.])[\\p{L}\\p{N}-]{2,40}(?:\\.[a-z]{2,10}){0,2}\\.(?:com|net|org|io|co|br|pt|mx|es|ar|de|uk|us|app|dev|ai|biz|info|example|link|ly|me)(?:/[^\\s]{0,100})?(?![\\p{L}\\p{N}])"
              + "|(?<![\\p{L}\\p{N}.])@[\\p{L}\\p{N}_.]{3,30}");
  private static final List<String> REGIONS = List.of("BR", "US", "MX");
  private static final int LEAST_DIGITS = 8;

  private FindAddresses() {}

  static void in(String text, Grounds grounds, Spans spans, List<Found> found) {
    Search search = ADDRESS.matcher(text);
    while (search.find()) {
      String address = search.group().replaceFirst("[.,;:!?]+$", "");
      if (spans.isFree(search.start(), search.end())) {
        spans.take(search.start(), search.end());
        if (!grounds.hold(bare(address))) {
          found.add(new Found(Found.Kind.ADDRESS, address));
        }
      }
    }
    for (String region : REGIONS) {
      phones(text, region, grounds, spans, found);
    }
  }

  /** Takes the addresses, links and phone numbers of a text. */
  static void take(String text, Spans spans) {
    Search search = ADDRESS.matcher(text);
    while (search.find()) {
      spans.take(search.start(), search.end());
    }
    for (String region : REGIONS) {
      PhoneNumberUtil.getInstance()
          .findNumbers(text, region, Leniency.VALID, 100)
          .forEach(match -> spans.take(match.start(), match.end()));
    }
  }

  private static String bare(String address) {
    return Folded.of(address)
        .replaceFirst("^https?://", "")
        .replaceFirst("^www\\.", "")
        .replaceFirst("/$", "");
  }

  private static void phones(
      String text, String region, Grounds grounds, Spans spans, List<Found> found) {
    Iterable<PhoneNumberMatch> matches =
        PhoneNumberUtil.getInstance().findNumbers(text, region, Leniency.POSSIBLE, 100);
    for (PhoneNumberMatch match : matches) {
      String digits = match.rawString().replaceAll("\\D", "");
      if (digits.length() >= LEAST_DIGITS && spans.isFree(match.start(), match.end())) {
        spans.take(match.start(), match.end());
        boolean ours =
            grounds.all().stream()
                .anyMatch(source -> source.replaceAll("\\D", "").contains(national(digits)));
        if (!ours) {
          found.add(new Found(Found.Kind.ADDRESS, match.rawString()));
        }
      }
    }
  }

  /** The last digits tell a number whatever prefix it is written with. */
  private static String national(String digits) {
    return digits.substring(Math.max(0, digits.length() - 9)).replaceFirst("^0+", "");
  }
}
