package dev.prospector.agents.company;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.company.industry.Industry;
import dev.prospector.agents.trade.Standing;
import dev.prospector.agents.wanted.RuledOut;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The industry as somebody states it: the host by a column of its row, or the company where it
 * introduces itself. What a classifier makes of the words of a site is no statement and does not
 * come in here.
 */
final class StatedIndustry {

  /** A sentence in which a company says what it is, rather than a title that holds the word. */
  private static final double STATES = 0.99;

  private final AgentInput input;
  private final List<Standing> standings;
  private final List<Snapshot> rows;

  StatedIndustry(AgentInput input) {
    this.input = input;
    this.standings = WhatItIs.of(input);
    this.rows = WhatItIs.rows(input);
  }

  Fact<Industry> industry() {
    List<Claim<Industry>> claims = new ArrayList<>();
    for (Snapshot row : rows) {
      IndustryWords.inRow(row)
          .flatMap(
              s ->
                  input.evidence().claim("industry", IndustryWords.TYPE, s.industry(), s.passage()))
          .ifPresent(claims::add);
    }
    Map<Industry, Standing> stated = new LinkedHashMap<>();
    for (Standing standing : standings) {
      if (standing.strength() >= STATES) {
        stated.putIfAbsent(Industry.valueOf(standing.trade().sector()), standing);
      }
    }
    // A company that calls itself two things at once leaves the industry open.
    if (stated.size() == 1) {
      stated.forEach((industry, standing) -> claim(industry, standing).ifPresent(claims::add));
    }
    return input.evidence().fact(claims);
  }

  /** Returns whether an industry surely lies outside those that the context looks for. */
  Optional<RuledOut> ruledOut(Fact<Industry> industry) {
    return RuledOut.byIndustry(input.context(), industry, standings);
  }

  private Optional<Claim<Industry>> claim(Industry industry, Standing standing) {
    Passage said = standing.said().get(0);
    return input.evidence().claim("industry", IndustryWords.TYPE, industry, said);
  }

  /** Returns the words in which the company says what it is, each once. */
  List<Fact.Known<String>> trades() {
    List<Claim<String>> claims = new ArrayList<>();
    for (Standing standing : standings) {
      if (standing.introduced()) {
        Passage said = standing.said().get(0);
        String words = said.quote().strip();
        input.evidence().claim("trade", ValueTypes.TEXT, words, said).ifPresent(claims::add);
      }
    }
    return input.evidence().findings(claims);
  }
}
