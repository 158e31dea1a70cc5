package dev.prospector.error;

import java.util.List;
import java.util.Objects;

/**
 * What somebody else's program asked of a host cannot be done: {@link #kind()} says which status of
 * HTTP that is, {@link #problems()} everything that is wrong with it.
 */
public final class RequestException extends ProspectorException {

  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final String slug;
  private final transient List<Problem> problems;

  /** Why it cannot be done. */
  public enum Kind {
    /** It cannot be read at all. */
    MALFORMED(400),
    /** What it speaks of is not there. */
    MISSING(404),
    /** What it speaks of is in a state that does not allow it. */
    CONFLICT(409),
    /** It is longer than what is read. */
    TOO_LARGE(413),
    /** It is of a media type that is not read. */
    UNREADABLE_TYPE(415),
    /** It can be read, and some of its fields are wrong. */
    INVALID(422);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /** Returns the status of HTTP that says so. */
    public int status() {
      return status;
    }
  }

  /**
   * What is wrong with one field.
   *
   * @param field its name; empty for the whole
   * @param message what is wrong, and what it takes
   */
  public record Problem(String field, String message) {}

  /**
   * Says what cannot be done.
   *
   * @param slug names the kind of error for programs, such as {@code run-ended}
   * @param message what was asked, why it cannot be done, and what to do; without secrets
   */
  public RequestException(Kind kind, String slug, String message) {
    this(kind, slug, message, List.of());
  }

  private RequestException(Kind kind, String slug, String message, List<Problem> problems) {
    super(message, null);
    this.kind = Objects.requireNonNull(kind);
    this.slug = Objects.requireNonNull(slug);
    this.problems = List.copyOf(problems);
  }

  /** Returns the error of a request that can be read, with all of its problems. */
  public static RequestException invalid(List<Problem> problems) {
    String message =
        problems.size() == 1
            ? problems.get(0).field() + ": " + problems.get(0).message()
            : problems.size() + " fields are wrong";
    return new RequestException(Kind.INVALID, "invalid", message, problems);
  }

  /** Returns why it cannot be done. */
  public Kind kind() {
    return kind;
  }

  /** Returns the name of the kind of error, for programs. */
  public String slug() {
    return slug;
  }

  /** Returns what is wrong with which field; empty unless {@code INVALID}. */
  public List<Problem> problems() {
    return problems;
  }
}
