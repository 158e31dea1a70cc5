package dev.prospector.agents.contact.phone;

import dev.prospector.agents.contact.text.FoundBy;
import dev.prospector.agents.contact.text.Place;

/**
 * Where a number without its area code stands, together with the area code that was written once
 * before it: "<b>(19) 3434-5620 / 3434-5621</b>". Without it the quote would not say the number.
 */
public final class SharedArea {

  private static final int REACH = 60;

  /** A Brazilian number with its area code has more digits. */
  private static final int LONGEST_WITHOUT = 9;

  /** The country code and that of the area. */
  private static final int SUBSCRIBER = 5;

  private SharedArea() {}

  /** Returns the place itself where the number stands there whole, or no area code before it. */
  public static Place with(String text, PhoneFinding phone, Place place) {
    String quote = text.substring(place.start(), place.end());
    boolean bare =
        phone.region().equals("BR")
            && place.how() == FoundBy.TEXT
            && quote.chars().filter(c -> c >= '0' && c <= '9').count() <= LONGEST_WITHOUT
            && phone.e164().length() > SUBSCRIBER + 7;
    return bare ? widened(text, phone.e164().substring(3, SUBSCRIBER), place) : place;
  }

  private static Place widened(String text, String area, Place place) {
    int line = text.lastIndexOf('\n', place.start()) + 1;
    int from = Math.max(line, place.start() - REACH);
    String before = text.substring(from, place.start());
    int bracket = before.lastIndexOf("(" + area + ")");
    int at = bracket >= 0 ? bracket : before.lastIndexOf(area + " ");
    boolean digit = at > 0 && Character.isDigit(before.charAt(at - 1));
    return at < 0 || digit ? place : new Place(from + at, place.end(), place.region(), place.how());
  }
}
