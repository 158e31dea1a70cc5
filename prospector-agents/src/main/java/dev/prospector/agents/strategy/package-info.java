/** How a company is to be approached: values, questions, options, the one chosen, and its steps. */
@NullMarked
package dev.prospector.agents.strategy;

import org.jspecify.annotations.NullMarked;
