package dev.prospector.agents.contact.phone;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/**
 * A valid number within a piece of text.
 *
 * @param number the number
 * @param start index of its first character in the piece
 * @param end index after its last character
 * @param inferred whether its area code is not written there
 */
public record PhoneMatch(PhoneNumber number, int start, int end, boolean inferred) {

  PhoneMatch moved(int by) {
    return new PhoneMatch(number, start + by, end + by, inferred);
  }

  boolean overlaps(int from, int to) {
    return from < end && to > start;
  }
}
