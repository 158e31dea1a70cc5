package dev.prospector.agents.registration;

import java.util.Optional;

/**
 * A place in a text that states a registration number.
 *
 * <p>Immutable. Offsets are Java string indices (UTF-16 units).
 *
 * @param number the number
 * @param start index of its first character, inclusive
 * @param end index after its last character
 * @param labelled whether a label such as "CNPJ" or "Company No." introduces it; without one only
 *     numbers with check digits in an unmistakable form are reported
 * @param status what the text next to it says about the registration, if anything
 */
public record RegistrationMention(
    RegistrationNumber number, int start, int end, boolean labelled, Optional<StatusWord> status) {

  /**
   * A word such as "baixada" or "dissolved" next to a number.
   *
   * @param status what it says
   * @param start index of its first character, inclusive
   * @param end index after its last character
   */
  public record StatusWord(RegistrationStatus status, int start, int end) {}
}
