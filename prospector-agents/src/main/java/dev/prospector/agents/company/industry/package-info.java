/**
 * The likely industry of a company: a small classifier that reads its texts, and the words that it
 * knows.
 */
@NullMarked
package dev.prospector.agents.company.industry;

import org.jspecify.annotations.NullMarked;
