package dev.prospector.quickstart;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agents.website.SitePage;
import dev.prospector.agents.website.Website;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

// region agent
final class FleetSizeAgent implements Agent<FleetSize> {

  private static final Pattern FLEET =
      Pattern.compile("(\\d{1,5}) (?:veículos|caminhões|vehicles|trucks|vans)");

  @Override
  public AgentSpec<FleetSize> spec() {
    return AgentSpec.writing(FleetSize.KEY).reading(Website.KEY).version(1);
  }

  @Override
  public FleetSize byRules(AgentInput input) {
    List<Claim<Integer>> claims = new ArrayList<>();
    for (SitePage page : input.get(Website.KEY).pages()) {
      Snapshot text = page.snapshot(input);
      Matcher fleet = FLEET.matcher(text.text());
      while (fleet.find()) {
        Passage quote = new Passage(text, fleet.start(), fleet.end());
        int vehicles = Integer.parseInt(fleet.group(1));
        input
            .evidence()
            .claim("vehicles", ValueTypes.INTEGER, vehicles, quote)
            .ifPresent(claims::add);
      }
    }
    return new FleetSize(input.evidence().fact(claims));
  }
}
// endregion
