package dev.prospector.agents.prompt;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence in an answer that rests on facts that were accepted before. It holds only as far as
 * those do.
 *
 * @param text one sentence in the output's language
 * @param basis ids of the facts; empty for the seller's own words or an assumption
 */
public record Argued(
    @JsonProperty("text") @Nullable String text,
    @JsonProperty("basis") @Nullable List<String> basis) {

  /** Returns what is said; empty if nothing is. */
  public String said() {
    return text == null ? "" : text.strip();
  }

  /** Returns the ids, each once. */
  public List<String> ids() {
    return basis == null ? List.of() : basis.stream().map(String::strip).distinct().toList();
  }
}
