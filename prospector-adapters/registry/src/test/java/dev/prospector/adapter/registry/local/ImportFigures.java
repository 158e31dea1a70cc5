package dev.prospector.adapter.registry.local;

import dev.prospector.registry.CompanySearch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Imports generated rows and prints how long that and a look-up took: {@code ImportFigures [rows]},
 * 100,000 unless said.
 */
final class ImportFigures {

  private static final int LOOK_UPS = 1_000;

  private ImportFigures() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    int rows = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("registry-figures");
    OpenData data = new OpenData();
    String[] words = {"Aço", "Norte", "Sul", "Prime", "Log", "Verde", "Casa", "Luz", "Mar", "Rio"};
    Random random = new Random(17);
    for (int i = 0; i < rows; i++) {
      String root = "%08d".formatted(i);
      String name = words[random.nextInt(10)] + " " + words[random.nextInt(10)] + " " + i % 997;
      data.company(root, name + " LTDA").establishment(root, "0001", "00", "", "7107");
    }
    data.write(folder.resolve("data"));
    long start = System.nanoTime();
    Path target = folder.resolve("registry.db");
    long read = ImportRegistry.run(folder.resolve("data"), target, false);
    System.out.printf("import: %d rows in %d ms%n", read, (System.nanoTime() - start) / 1_000_000);
    try (LocalRegistry registry = LocalRegistry.open(target)) {
      start = System.nanoTime();
      for (int i = 0; i < LOOK_UPS; i++) {
        registry.find("BR", "%08d000100".formatted(random.nextInt(rows)));
      }
      System.out.printf("by number: %d us%n", (System.nanoTime() - start) / 1_000 / LOOK_UPS);
      start = System.nanoTime();
      for (int i = 0; i < LOOK_UPS; i++) {
        String name = words[random.nextInt(10)] + " " + random.nextInt(997);
        registry.candidates(new CompanySearch.Query(name, "São Paulo", "SP", 5));
      }
      System.out.printf("by name: %d us%n", (System.nanoTime() - start) / 1_000 / LOOK_UPS);
    }
  }
}
