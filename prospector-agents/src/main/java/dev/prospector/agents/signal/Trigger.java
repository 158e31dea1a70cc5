package dev.prospector.agents.signal;

/**
 * That a sentence announces something that may make its company buy.
 *
 * @param kind what
 * @param planned whether it lies ahead: that it will be, not that it is or was
 */
public record Trigger(TriggerKind kind, boolean planned) {}
