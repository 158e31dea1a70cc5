package dev.prospector.cli;

import dev.prospector.adapter.export.read.ReadSettings;
import java.nio.file.Path;

/**
 * What is to be enriched, and from what.
 *
 * @param list the companies
 * @param rows which of them, and which columns mean what
 * @param sources what the agents read
 */
record Job(Path list, ReadSettings rows, Sources sources) {}
