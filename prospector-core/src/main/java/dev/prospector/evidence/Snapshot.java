package dev.prospector.evidence;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored text of a page, document or imported row: what agents saw, kept so that every claim
 * can be checked again later without a network.
 *
 * <p>Immutable. Two snapshots are equal when kind, address and text are.
 */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.NONE)
public final class Snapshot {

  /** What a snapshot was taken of. */
  public enum Kind {
    /** A page as people read it, with its links, meta entries and structured data listed after. */
    PAGE,
    /** A page as the server sent it: status line, headers, blank line and mark-up. */
    RESPONSE,
    /** A row of a list that the host imported. */
    ROW,
    /** A document that the host supplied. */
    DOCUMENT
  }

  /** Whose words a snapshot holds, as seen from the lead it was taken for. */
  public enum Publisher {
    /** The company itself. */
    COMPANY,
    /** The host, in its own list. */
    HOST,
    /** Anybody else. */
    THIRD_PARTY
  }

  private final SnapshotId id;
  private final Kind kind;
  private final String address;
  private final String mediaType;
  private final String text;
  private final Publisher publisher;
  private final @Nullable Instant capturedAt;

  private Snapshot(
      Kind kind,
      String address,
      String mediaType,
      String text,
      Publisher publisher,
      @Nullable Instant capturedAt) {
    this.kind = Objects.requireNonNull(kind);
    this.address = Objects.requireNonNull(address);
    this.mediaType = Objects.requireNonNull(mediaType);
    this.text = Objects.requireNonNull(text);
    this.publisher = Objects.requireNonNull(publisher);
    this.capturedAt = capturedAt;
    this.id = SnapshotId.of(text);
  }

  @JsonCreator
  private static Snapshot restore(
      @JsonProperty("kind") Kind kind,
      @JsonProperty("address") String address,
      @JsonProperty("mediaType") String mediaType,
      @JsonProperty("text") String text,
      @JsonProperty("publisher") Publisher publisher,
      @JsonProperty("capturedAt") @Nullable Instant capturedAt) {
    return new Snapshot(kind, address, mediaType, text, publisher, capturedAt);
  }

  /** Returns the snapshot of a page of the company's own site, as people read it. */
  public static Snapshot page(String address, String text) {
    return new Snapshot(Kind.PAGE, address, "text/html", text, Publisher.COMPANY, null);
  }

  /** Returns the snapshot of a page of the company's own site, as the server sent it. */
  public static Snapshot response(String address, String text) {
    return new Snapshot(Kind.RESPONSE, address, "message/http", text, Publisher.COMPANY, null);
  }

  /** Returns the snapshot of an imported row; the address says which row of what. */
  public static Snapshot row(String address, String text) {
    return new Snapshot(Kind.ROW, address, "text/plain", text, Publisher.HOST, null);
  }

  /** Returns the snapshot of a supplied document. */
  public static Snapshot document(String address, String mediaType, String text) {
    return new Snapshot(Kind.DOCUMENT, address, mediaType, text, Publisher.HOST, null);
  }

  /** Returns this snapshot with the time at which its source was read. */
  public Snapshot capturedAt(Instant time) {
    return new Snapshot(kind, address, mediaType, text, publisher, time);
  }

  /** Returns this snapshot as the words of somebody else. */
  public Snapshot publishedBy(Publisher other) {
    return new Snapshot(kind, address, mediaType, text, other, capturedAt);
  }

  /** Returns the id, which follows from the text. */
  @JsonIgnore
  public SnapshotId id() {
    return id;
  }

  /** Returns what the snapshot was taken of. */
  @JsonProperty
  public Kind kind() {
    return kind;
  }

  /** Returns where the text stood: a URL, or file and line of a row. */
  @JsonProperty
  public String address() {
    return address;
  }

  /** Returns the media type of the source. */
  @JsonProperty
  public String mediaType() {
    return mediaType;
  }

  /** Returns the text that agents saw. */
  @JsonProperty
  public String text() {
    return text;
  }

  /** Returns whose words these are. */
  @JsonProperty
  public Publisher publisher() {
    return publisher;
  }

  /** Returns when the source was read; empty when not recorded. */
  @JsonProperty
  public Optional<Instant> capturedAt() {
    return Optional.ofNullable(capturedAt);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Snapshot s
        && id.equals(s.id)
        && kind == s.kind
        && address.equals(s.address);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, kind, address);
  }

  @Override
  public String toString() {
    return kind + " " + address + " " + id;
  }
}
