package dev.prospector.cli;

import dev.prospector.context.BusinessContext;
import dev.prospector.export.read.ReadSettings;
import dev.prospector.port.PageSource;
import java.nio.file.Path;

/**
 * What is to be enriched, and from what.
 *
 * @param list the companies
 * @param rows which of them, and which columns mean what
 * @param context what is sold, and to whom
 * @param pages where pages come from
 */
record Job(Path list, ReadSettings rows, BusinessContext context, PageSource pages) {}
