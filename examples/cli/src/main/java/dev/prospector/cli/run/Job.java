package dev.prospector.cli.run;

import dev.prospector.adapter.imports.ReadSettings;
import java.nio.file.Path;

/**
 * What is to be enriched, and from what.
 *
 * @param list the companies
 * @param rows which of them, and which columns mean what
 * @param sources what the agents read
 */
public record Job(Path list, ReadSettings rows, Sources sources) {}
