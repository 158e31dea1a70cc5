package dev.prospector.agents.draft;

import dev.prospector.agents.contact.ContactDetails.Channel;
import java.util.ArrayList;
import java.util.List;

/** How long texts may be on each channel, without the lines that code appends. */
public final class Limits {

  /** The longest subject of an e-mail, in characters. */
  public static final int SUBJECT = 50;

  /** The fewest words of an e-mail. */
  public static final int LEAST_WORDS = 80;

  /** The most words of an e-mail. */
  public static final int MOST_WORDS = 120;

  private static final int LINKEDIN = 300;
  private static final int WHATSAPP = 500;
  private static final int CALL = 200;

  private Limits() {}

  /** Returns the longest text of a channel: words for e-mail and calls, else characters. */
  public static int most(Channel channel) {
    return switch (channel) {
      case EMAIL -> MOST_WORDS;
      case PHONE -> CALL;
      case WHATSAPP -> WHATSAPP;
      case LINKEDIN, SOCIAL -> LINKEDIN;
    };
  }

  /** Returns the length of a text as its channel counts it. */
  public static int length(Channel channel, String body) {
    boolean words = channel == Channel.EMAIL || channel == Channel.PHONE;
    return words ? DraftGate.words(body) : body.codePointCount(0, body.length());
  }

  /** Returns what is too long or too short. */
  public static List<Found> check(Channel channel, String subject, String body) {
    List<Found> found = new ArrayList<>();
    int length = length(channel, body);
    if (length > most(channel) || channel == Channel.EMAIL && length < LEAST_WORDS) {
      found.add(new Found(Found.Kind.LENGTH, length + " of " + most(channel)));
    }
    if (subject.codePointCount(0, subject.length()) > SUBJECT) {
      found.add(new Found(Found.Kind.LENGTH, subject));
    }
    return found;
  }
}
