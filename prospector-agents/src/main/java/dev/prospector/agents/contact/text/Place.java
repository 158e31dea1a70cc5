package dev.prospector.agents.contact.text;

import dev.prospector.agents.page.PageText.Region;

/**
 * Where a contact detail was seen: {@code [start, end)} of the page's text is the quote.
 *
 * @param start index of the quote's first character in the text, in UTF-16 units
 * @param end index after the quote's last character
 * @param region the kind of page region that holds the quote
 * @param how how the detail was read from the quote
 */
public record Place(int start, int end, Region.Kind region, FoundBy how) {

  /** Returns the quoted text. */
  public String quote(String text) {
    return text.substring(start, end);
  }
}
