package dev.prospector.agents.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.draft.Found;
import dev.prospector.dossier.Section;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Withheld;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Drafts for the channels that exist. None is sent by anybody but a person.
 *
 * @param drafts for each channel a primary one and a variant
 * @param missing why there is none, for people; empty if there is one
 * @param leftOut drafts that are not handed out any more; usually empty
 */
public record Messages(
    @JsonProperty("drafts") List<Draft> drafts,
    @JsonProperty("missing") String missing,
    @JsonProperty("leftOut") List<LeftOut> leftOut)
    implements Withheld<Messages> {

  /** Where this stands in a dossier. */
  public static final Section<Messages> KEY = Section.of("messages", Messages.class, 1);

  /** Fixes the list. */
  public Messages {
    drafts = List.copyOf(drafts);
    leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
  }

  /** Creates a section of which nothing is left out. */
  public Messages(List<Draft> drafts, String missing) {
    this(drafts, missing, List.of());
  }

  /** Drafts to an address that said no are left out, with the reason. */
  @Override
  public Messages saying(Messages before) {
    List<LeftOut> gone = new ArrayList<>(leftOut);
    for (Draft draft : before.drafts) {
      boolean there =
          drafts.stream()
              .anyMatch(d -> d.recipient().equals(draft.recipient()) && d.kind() == draft.kind());
      if (!there) {
        gone.add(new LeftOut(draft.channel(), draft.kind(), LeftOut.Reason.SUPPRESSED));
      }
    }
    return new Messages(drafts, missing, gone);
  }

  /**
   * A draft that is not handed out any more.
   *
   * @param channel over which it would go
   * @param kind which of the two
   * @param reason why it is not handed out
   */
  public record LeftOut(
      @JsonProperty("channel") ContactDetails.Channel channel,
      @JsonProperty("kind") Kind kind,
      @JsonProperty("reason") Reason reason) {

    /** Why a draft is not handed out. */
    public enum Reason {
      /** The recipient is on the list of those who said no. */
      SUPPRESSED
    }
  }

  /** Which of two drafts. */
  public enum Kind {
    /** The one to use. */
    PRIMARY,
    /** Another way to say it. */
    VARIANT
  }

  /** Who wrote a draft. */
  public enum Origin {
    /** Rules. */
    RULES,
    /** A language model. */
    MODEL
  }

  /**
   * One draft.
   *
   * @param channel over which
   * @param recipient the address, where it was found
   * @param kind which of the two
   * @param subject of an e-mail; else empty
   * @param sentences each with what it rests on
   * @param optOut the line by which the recipient can say no, in the recipient's language; for
   *     written channels
   * @param source the line that says where the address was found, in the recipient's language
   * @param length of the sentences: words for e-mail and calls, else characters
   * @param origin who wrote it
   * @param found what the gate found in it, or in a model's draft in whose place it stands; empty
   *     if nothing
   */
  public record Draft(
      @JsonProperty("channel") ContactDetails.Channel channel,
      @JsonProperty("recipient") Claim<String> recipient,
      @JsonProperty("kind") Kind kind,
      @JsonProperty("subject") String subject,
      @JsonProperty("sentences") List<Statement> sentences,
      @JsonProperty("optOut") String optOut,
      @JsonProperty("source") String source,
      @JsonProperty("length") int length,
      @JsonProperty("origin") Origin origin,
      @JsonProperty("found") List<Found> found) {

    /** Fixes the lists. */
    public Draft {
      sentences = List.copyOf(sentences);
      found = List.copyOf(found);
    }

    /** Returns this draft with other findings. */
    Draft with(List<Found> foundNow) {
      return new Draft(
          channel, recipient, kind, subject, sentences, optOut, source, length, origin, foundNow);
    }

    /** Returns the sentences as one text, without the lines that are appended. */
    public String body() {
      return sentences.stream().map(Statement::text).collect(Collectors.joining(" "));
    }
  }
}
