package dev.prospector.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.prospector.error.InputException;
import java.util.regex.Pattern;

/** Names one run within its tenant. */
public record RunId(@JsonValue String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Checks the form. */
  @JsonCreator
  public RunId {
    if (!FORM.matcher(value).matches()) {
      throw new InputException(
          "a run id has 1 to 64 letters, digits, '.', '_' or '-': '" + value + "'");
    }
  }

  /** Returns the id of the given text. */
  public static RunId of(String value) {
    return new RunId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
