package dev.prospector.dossier;

/**
 * A section of which the events of a run tell something beside that it was written, such as which
 * way a lead takes.
 */
public interface Announced {

  /**
   * Returns what is told, in a few words of codes and numbers. Events leave the process: nothing of
   * a source and nothing about a person belongs into it.
   */
  String announcement();
}
