package dev.prospector.benchmark.evaluation;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Measures one kind of quality on one folder of data, through the classes that the pipeline uses.
 */
interface Evaluation {

  /** Returns the name under which the command line knows this evaluation. */
  String kind();

  /** Measures on every file of the folder that has this kind's format. */
  Score measure(Path folder) throws IOException;
}
