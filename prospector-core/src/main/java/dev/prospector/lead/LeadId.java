package dev.prospector.lead;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.prospector.error.InputException;

/** Names one lead within its tenant. Any text of 1 to 200 characters; the host chooses it. */
public record LeadId(@JsonValue String value) {

  /** Checks the length. */
  @JsonCreator
  public LeadId {
    if (value.isBlank() || value.length() > 200) {
      throw new InputException(
          "a lead id has 1 to 200 characters, not "
              + value.length()
              + ": '"
              + value.substring(0, Math.min(200, value.length()))
              + "'");
    }
  }

  /** Returns the id of the given text. */
  public static LeadId of(String value) {
    return new LeadId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
