package dev.prospector.agents.company;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.heard.Heard;
import dev.prospector.agents.relevance.RunningText;
import dev.prospector.agents.signal.Complaints;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.value.ValueTypes;
import java.util.ArrayList;
import java.util.List;

/** The sentences in which a company complains of problems of its own. */
final class StatedChallenges {

  static final int MOST = 8;

  private StatedChallenges() {}

  static List<Fact.Known<String>> of(AgentInput input, List<Heard> sentences) {
    List<Claim<String>> claims = new ArrayList<>();
    for (Heard heard : sentences) {
      boolean complains =
          heard.isOwn()
              && RunningText.isSentence(heard.said(), heard.language())
              && Complaints.isOwn(heard.said(), heard.language());
      if (complains && claims.size() < MOST) {
        input
            .evidence()
            .claim("challenges", ValueTypes.TEXT, heard.said(), heard.passage())
            .ifPresent(claims::add);
      }
    }
    return input.evidence().findings(claims);
  }
}
