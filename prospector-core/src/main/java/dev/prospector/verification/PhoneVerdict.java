package dev.prospector.verification;

import dev.prospector.money.Money;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a telephone number.
 *
 * @param number as it was given
 * @param status whether there can be such a number
 * @param plan where it belongs in the numbering plan; empty unless {@code VALID}
 * @param whatsApp how likely it is reached by WhatsApp; judged by its type alone, never asked
 * @param cost what asking cost
 * @param reason one sentence
 */
public record PhoneVerdict(
    String number,
    Status status,
    Optional<Plan> plan,
    Likelihood whatsApp,
    Optional<Money> cost,
    String reason) {

  /** Whether there can be such a number. */
  public enum Status {
    /** The numbering plan has it; whether it was given to anybody is not known. */
    VALID,
    /** The numbering plan does not have it. */
    INVALID,
    /** It could not be found out. */
    UNKNOWN
  }

  /** What kind of number it is. */
  public enum Type {
    /** At a place. */
    LANDLINE,
    /** Of a mobile telephone. */
    MOBILE,
    /** One of the two, which cannot be told apart there. */
    LANDLINE_OR_MOBILE,
    /** Over the internet. */
    VOIP,
    /** Free of charge for the caller. */
    TOLL_FREE,
    /** With a charge of its own. */
    PREMIUM,
    /** Of another kind. */
    OTHER
  }

  /** How likely something is, where nobody was asked. */
  public enum Likelihood {
    /** Most numbers of this kind. */
    LIKELY,
    /** Some of this kind. */
    POSSIBLE,
    /** Hardly any. */
    UNLIKELY,
    /** Nothing speaks for or against it. */
    UNKNOWN
  }

  /**
   * Where a number belongs.
   *
   * @param e164 the number with its country's code, such as {@code +5511987654321}
   * @param type what kind of number it is
   * @param region its country, ISO 3166-1 alpha-2; empty where it has none
   * @param carrier to whom the number was given first, where that is known; it may have moved since
   */
  public record Plan(String e164, Type type, Optional<String> region, Optional<String> carrier) {}

  /** Checks what is required. */
  public PhoneVerdict {
    Objects.requireNonNull(status);
    Objects.requireNonNull(plan);
    Objects.requireNonNull(whatsApp);
    Objects.requireNonNull(cost);
  }

  /** Returns the verdict on a number that could not be verified. */
  public static PhoneVerdict unknown(String number, String reason) {
    return new PhoneVerdict(
        number, Status.UNKNOWN, Optional.empty(), Likelihood.UNKNOWN, Optional.empty(), reason);
  }

  /** Returns this verdict with what asking cost. */
  public PhoneVerdict costing(Money value) {
    return new PhoneVerdict(number, status, plan, whatsApp, Optional.of(value), reason);
  }

  /** Returns this verdict without what asking cost. */
  public PhoneVerdict withoutCost() {
    return new PhoneVerdict(number, status, plan, whatsApp, Optional.empty(), reason);
  }

  /**
   * Returns what is left of a confidence after this verdict: nothing where the plan has no such
   * number, else as much as before. It never grows.
   *
   * @param confidence from 0 to 1
   */
  public double lowered(double confidence) {
    return status == Status.INVALID ? 0 : confidence;
  }
}
