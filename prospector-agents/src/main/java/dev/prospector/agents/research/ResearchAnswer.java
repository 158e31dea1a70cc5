package dev.prospector.agents.research;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.answer.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model is asked about findings: what each means, and further ones. */
record ResearchAnswer(
    @JsonProperty("readings") List<ReadFinding> readings,
    @JsonProperty("findings") List<Item> findings) {

  ResearchAnswer {
    readings = readings == null ? List.of() : List.copyOf(readings);
    findings = findings == null ? List.of() : List.copyOf(findings);
  }

  /** What a finding that was accepted is about, and what it says, in one sentence. */
  record ReadFinding(
      @JsonProperty("id") @Nullable String id,
      @JsonProperty("kind") FindingKind kind,
      @JsonProperty("reading") @Nullable String reading) {

    String of() {
      return id == null ? "" : id.strip();
    }

    String said() {
      return reading == null ? "" : reading.strip();
    }
  }

  /** A further finding: its reading with the words behind it, and its date with the words. */
  record Item(
      @JsonProperty("kind") FindingKind kind,
      @JsonProperty("reading") Said reading,
      @JsonProperty("date") @Nullable List<Said> date) {

    List<Said> dates() {
      return date == null ? List.of() : date;
    }
  }
}
