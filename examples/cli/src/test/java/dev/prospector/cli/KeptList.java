package dev.prospector.cli;

import dev.prospector.cli.run.BundledExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bundled example with more companies, of which only the rows are known. */
record KeptList(Path folder) {

  static final int LEADS_OF_EXAMPLE = 10;

  static KeptList in(Path folder, int more) throws IOException {
    try (BundledExample example = BundledExample.unpack()) {
      List<String> rows = new ArrayList<>(Files.readAllLines(example.list()));
      int columns = rows.get(0).split(";", -1).length;
      for (int i = 0; i < more; i++) {
        rows.add("Company " + i + ";company" + i + ".example" + ";".repeat(columns - 2));
      }
      Files.write(folder.resolve("list.csv"), rows);
      Files.copy(example.context(), folder.resolve("context.yaml"));
      copy(example.pages(), folder.resolve("pages"));
    }
    return new KeptList(folder);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (Path source : all.toList()) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target);
        }
      }
    }
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  String store() {
    return "sqlite:" + file("runs.db");
  }

  /** Returns {@code enrich} with list, context and pages, and what else is given. */
  Object[] enrich(Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "enrich",
                file("list.csv"),
                "--context",
                file("context.yaml"),
                "--pages",
                file("pages"),
                "--as-of",
                "2026-11-21"));
    arguments.addAll(List.of(more));
    return arguments.toArray();
  }

  /** Runs a command on a run of the store within this process. */
  Invocation on(String command, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--store", store()));
    return Invocation.of(folder, arguments.toArray());
  }
}
