package dev.prospector.agents.structured.item;

/** What a property holds: a piece of text, an item with properties of its own, or a list. */
public sealed interface Value permits Text, Item, Sequence {}
