package dev.prospector.agents.registration;

import java.util.Objects;
import java.util.Optional;

/**
 * A registration number that meets the rule of its kind.
 *
 * <p>Immutable.
 *
 * @param kind which register gave it
 * @param value the plain form: upper case, without separators
 */
public record RegistrationNumber(RegistrationKind kind, String value) {

  /** Checks that the value is valid for its kind. */
  public RegistrationNumber {
    Objects.requireNonNull(kind);
    if (!kind.accepts(value)) {
      throw new IllegalArgumentException("not a valid " + kind + " in plain form");
    }
  }

  /**
   * Reads a number of the given kind in any written form. Returns empty when it is not valid; a VAT
   * number needs its country prefix.
   */
  public static Optional<RegistrationNumber> parse(RegistrationKind kind, CharSequence written) {
    String plain = Written.plain(written, kind.length());
    return kind.accepts(plain)
        ? Optional.of(new RegistrationNumber(kind, plain))
        : Optional.empty();
  }

  /** Returns the ISO 3166 code of the country whose number this is. */
  public String country() {
    return kind == RegistrationKind.VAT ? value.substring(0, 2) : kind.country();
  }

  /** Returns the customary written form where there is one, otherwise the plain form. */
  public String formatted() {
    return switch (kind) {
      case CNPJ -> new Cnpj(value).formatted();
      case CUIT -> groups("-", 2, 8, 1);
      case RUT -> groups(".", 2, 3, 3) + '-' + value.charAt(8);
      case NIT -> groups(".", 3, 3, 3) + '-' + value.charAt(9);
      case NIPC, SIREN -> groups(" ", 3, 3, 3);
      case SIRET -> groups(" ", 3, 3, 3, 5);
      case HANDELSREGISTER -> value.substring(0, 3) + ' ' + value.substring(3);
      default -> value;
    };
  }

  private String groups(String separator, int... lengths) {
    StringBuilder written = new StringBuilder();
    int start = 0;
    for (int length : lengths) {
      written.append(start == 0 ? "" : separator).append(value, start, start + length);
      start += length;
    }
    return written.toString();
  }
}
