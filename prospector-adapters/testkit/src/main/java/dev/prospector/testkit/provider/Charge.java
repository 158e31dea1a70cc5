package dev.prospector.testkit.provider;

import dev.prospector.model.Tokens;

/**
 * What a simulated provider charged for one call.
 *
 * @param model that was asked
 * @param tokens of prompt and answer
 */
public record Charge(String model, Tokens tokens) {}
