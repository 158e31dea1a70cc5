package dev.prospector.cli.run;

import dev.prospector.cli.model.ModelSettings;
import dev.prospector.cli.output.Outputs;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be done: what {@code enrich} was told, in a form that can be kept and done again.
 *
 * @param list the companies
 * @param context what is sold, and to which customers
 * @param pages an archive of pages
 * @param rows which rows of the list, and how they are read
 * @param settings how the run is made
 * @param outputs where its results go
 */
public record Task(
    Path list,
    Optional<Path> context,
    Optional<Path> pages,
    ListRows rows,
    RunSettings settings,
    Outputs outputs) {

  /** Returns the same task with absolute paths, independent of the working folder. */
  public Task absolute() {
    return new Task(
        list.toAbsolutePath(),
        context.map(Path::toAbsolutePath),
        pages.map(Path::toAbsolutePath),
        rows,
        settings,
        outputs.absolute());
  }

  public Task withModel(ModelSettings model) {
    return new Task(list, context, pages, rows, settings.withModel(model), outputs);
  }

  public Task withConcurrency(int leads) {
    return new Task(list, context, pages, rows, settings.withConcurrency(leads), outputs);
  }

  /** Returns the same task with another context. */
  public Task withContext(Path file) {
    return new Task(list, Optional.of(file), pages, rows, settings, outputs);
  }
}
