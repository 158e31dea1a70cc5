/**
 * What the host said about a company, made uniform and checked: its name, site, country and row.
 */
@NullMarked
package dev.prospector.agents.intake;

import org.jspecify.annotations.NullMarked;
