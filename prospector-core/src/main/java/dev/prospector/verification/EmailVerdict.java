package dev.prospector.verification;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of an e-mail address.
 *
 * @param address as it was given
 * @param status whether mail can arrive
 * @param marks what kind of address it is; in the order of their declaration
 * @param suggestion the address that may have been meant, where one of its domain's letters is
 *     another than a large provider's
 * @param reason one sentence
 */
public record EmailVerdict(
    String address, Status status, Set<Mark> marks, Optional<String> suggestion, String reason) {

  /** Whether mail can arrive. */
  public enum Status {
    /** The domain takes mail; whether it has such a mailbox is not known. */
    DOMAIN_TAKES_MAIL,
    /** No mail can arrive: it is no address, or its domain does not exist or takes none. */
    UNDELIVERABLE,
    /** It could not be found out. */
    UNKNOWN
  }

  /** What kind of address it is. */
  public enum Mark {
    /** Of a function, such as sales or info. */
    ROLE,
    /** Of a provider that gives addresses to everybody. */
    FREE,
    /** Of a provider of addresses that are thrown away. */
    DISPOSABLE,
    /** Its domain looks like a slip of the pen. */
    TYPO
  }

  /** Fixes the marks. */
  public EmailVerdict {
    EnumSet<Mark> sorted = EnumSet.noneOf(Mark.class);
    sorted.addAll(marks);
    marks = java.util.Collections.unmodifiableSet(sorted);
    Objects.requireNonNull(status);
    Objects.requireNonNull(suggestion);
  }

  /** Returns the verdict on an address that could not be verified. */
  public static EmailVerdict unknown(String address, String reason) {
    return new EmailVerdict(address, Status.UNKNOWN, Set.of(), Optional.empty(), reason);
  }

  /**
   * Returns what is left of a confidence after this verdict: nothing where no mail can arrive, a
   * part where the address is thrown away or looks misspelt, else as much as before. It never
   * grows: that a domain takes mail does not make somebody's address more likely to be his.
   *
   * @param confidence from 0 to 1
   */
  public double lowered(double confidence) {
    if (status == Status.UNDELIVERABLE) {
      return 0;
    }
    boolean doubtful = marks.contains(Mark.DISPOSABLE) || marks.contains(Mark.TYPO);
    return doubtful ? confidence / 2 : confidence;
  }
}
