package dev.prospector.benchmark.industry;

import dev.prospector.agents.company.industry.IndustryFeatures;

/** A text for training: its counted features and the ordinal of its industry. */
record Sample(IndustryFeatures.Counts counts, int industry) {}
