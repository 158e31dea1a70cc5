package dev.prospector.agents.need;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.passage.LeadText;
import dev.prospector.agents.research.ExternalIntelligence;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** The texts in which needs are looked for: the site, the host's documents, and what others say. */
final class NeedTexts {

  private NeedTexts() {}

  static List<LeadText> of(AgentInput input) {
    List<LeadText> texts = new ArrayList<>(LeadText.ofSite(input));
    input.find(Intake.KEY).ifPresent(i -> texts.addAll(LeadText.ofDocuments(input, i)));
    List<Claim<String>> others =
        input.get(ExternalIntelligence.KEY).findings().stream()
            .map(finding -> finding.text().best())
            .filter(claim -> claim.publisher() == Snapshot.Publisher.THIRD_PARTY)
            .toList();
    texts.addAll(LeadText.ofClaims(input, others));
    return texts;
  }
}
