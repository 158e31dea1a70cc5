package dev.prospector.agents.research;

import dev.prospector.agents.heard.DatedWords;
import dev.prospector.agents.heard.Heard;
import dev.prospector.agents.research.ExternalIntelligence.IdentityReason;
import java.util.List;
import java.util.Optional;

/** A sentence about the company, with its date and why it is about this company. */
record SaidOutside(
    Heard heard, FindingKind kind, Optional<DatedWords> date, List<IdentityReason> identity) {}
