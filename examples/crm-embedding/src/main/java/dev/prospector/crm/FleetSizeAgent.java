package dev.prospector.crm;

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

/** Reads on a company's site how many vehicles it runs. */
final class FleetSizeAgent implements Agent<FleetSize> {

  private static final Pattern FLEET =
      Pattern.compile("\\b(\\d{1,5}) (?:vehicles|trucks|lorries|vans|veículos|caminhões)\\b");

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
        input
            .evidence()
            .claim(
                "vehicles",
                ValueTypes.INTEGER,
                Integer.parseInt(fleet.group(1)),
                new Passage(text, fleet.start(), fleet.end()))
            .ifPresent(claims::add);
      }
    }
    return new FleetSize(input.evidence().fact(claims));
  }
}
