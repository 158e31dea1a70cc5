package dev.prospector.tracking.frame;

/**
 * One message of a streaming run.
 *
 * @param place where it stands; its id on the wire
 * @param name what it is, such as {@code lead_enrichment_end}
 * @param data one line of JSON
 */
public record Frame(FramePlace place, String name, String data) {}
