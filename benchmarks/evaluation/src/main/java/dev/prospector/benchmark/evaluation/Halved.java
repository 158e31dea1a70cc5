package dev.prospector.benchmark.evaluation;

import dev.prospector.benchmark.halves.Half;
import java.io.IOException;
import java.nio.file.Path;

/** An evaluation whose data can be measured by halves, since rules were mended on such data. */
interface Halved extends Evaluation {

  /** Measures on those rows of the folder that one half holds. */
  Score measure(Path folder, Half half) throws IOException;

  @Override
  default Score measure(Path folder) throws IOException {
    return measure(folder, Half.BOTH);
  }
}
