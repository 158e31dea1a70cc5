package dev.prospector.agents.registration;

import dev.prospector.agents.internal.Search;
import dev.prospector.agents.page.PageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the registration numbers of companies in a page, in every region of its text.
 *
 * <p>A number counts when it meets the rule of its kind and a label introduces it. A CNPJ also
 * counts without label when it is written with its punctuation, or as fourteen plain digits that
 * number one of the first hundred establishments (other runs of fourteen digits are mostly times
 * and ids).
 *
 * <p>Immutable and safe for several threads.
 */
public final class RegistrationFinder {

  private static final int LONGEST_TEXT = 2_000_000;
  private static final int ASCII = 128;

  private final List<NumberPattern> patterns = NumberPattern.shipped();
  private final StatusWords statusWords = StatusWords.shipped();

  /** By character, the places of the patterns that can begin with it; found out when asked. */
  private final AtomicReferenceArray<@Nullable List<Integer>> beginning =
      new AtomicReferenceArray<>(ASCII);

  /**
   * Returns the mentions in order of their start; they do not overlap. Text beyond two million
   * characters is not read.
   */
  public List<RegistrationMention> find(PageText page) {
    return find(page.text());
  }

  /** Returns the mentions in a plain text, as {@link #find(PageText)}. */
  public List<RegistrationMention> find(String text) {
    String lower = lowerCase(text);
    List<Search> matchers = patterns.stream().map(p -> p.pattern().matcher(lower)).toList();
    List<RegistrationMention> found = new ArrayList<>();
    int next = 0;
    while (next < lower.length()) {
      Optional<RegistrationMention> mention =
          startsWord(lower, next) ? at(next, text, lower, matchers) : Optional.empty();
      mention.ifPresent(found::add);
      next = mention.map(RegistrationMention::end).orElse(next + 1);
    }
    return List.copyOf(found);
  }

  private Optional<RegistrationMention> at(
      int start, String text, String lower, List<Search> matchers) {
    for (int i : beginningWith(lower.charAt(start))) {
      Search matcher = matchers.get(i).region(start, lower.length());
      Optional<RegistrationMention> mention =
          matcher.lookingAt() ? mention(patterns.get(i), matcher, text) : Optional.empty();
      if (mention.isPresent()) {
        return mention;
      }
    }
    return Optional.empty();
  }

  private List<Integer> beginningWith(char c) {
    if (c >= ASCII) {
      return List.of();
    }
    List<Integer> known = beginning.get(c);
    if (known == null) {
      known =
          IntStream.range(0, patterns.size())
              .filter(i -> patterns.get(i).canStartWith(c))
              .boxed()
              .toList();
      beginning.set(c, known);
    }
    return known;
  }

  private Optional<RegistrationMention> mention(
      NumberPattern pattern, Search matcher, String text) {
    int start = matcher.start("number");
    int end = matcher.end("number");
    return pattern
        .read(text.substring(start, end))
        .map(
            number ->
                new RegistrationMention(
                    number, start, end, pattern.labelled(), statusWords.near(text, start, end)));
  }

  private static boolean startsWord(String text, int index) {
    return Character.isLetterOrDigit(text.charAt(index))
        && (index == 0 || !Character.isLetterOrDigit(text.charAt(index - 1)));
  }

  /** Lower case of the part that is read, character by character, so that places stay the same. */
  private static String lowerCase(String text) {
    char[] lower = new char[Math.min(text.length(), LONGEST_TEXT)];
    for (int i = 0; i < lower.length; i++) {
      lower[i] = Character.toLowerCase(text.charAt(i));
    }
    return new String(lower);
  }
}
