package dev.prospector.agents.trade;

/**
 * A place of a text that names a trade.
 *
 * @param trade which one
 * @param start index of the first character of its name
 * @param end index after the last
 * @param everyday whether the name is an everyday word, which says what a company is only where it
 *     introduces itself
 * @param others whether the words around it make it the trade of somebody else: of those who are
 *     sold to, searched or advised, such as "software for bakeries" or "restaurant equipment"
 */
public record TradeMention(Trade trade, int start, int end, boolean everyday, boolean others) {}
