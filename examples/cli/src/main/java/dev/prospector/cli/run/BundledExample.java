package dev.prospector.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The example that ships in the jar, unpacked into a folder of its own until closed. */
public final class BundledExample implements AutoCloseable {

  private static final String ROOT = "/demo";

  private final Path folder;

  private BundledExample(Path folder) {
    this.folder = folder;
  }

  public static BundledExample unpack() {
    try {
      BundledExample example = new BundledExample(Files.createTempDirectory("prospector-demo"));
      example.fill();
      return example;
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled example cannot be unpacked", e);
    }
  }

  public Path list() {
    return folder.resolve("companies.csv");
  }

  public Path context() {
    return folder.resolve("context.yaml");
  }

  public Path pages() {
    return folder.resolve("pages");
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  private void fill() throws IOException {
    URL list = Objects.requireNonNull(BundledExample.class.getResource(ROOT + "/companies.csv"));
    try {
      URI uri = list.toURI();
      if (!"jar".equals(uri.getScheme())) {
        copy(Objects.requireNonNull(Path.of(uri).getParent()));
        return;
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        copy(jar.getPath(ROOT));
      }
    } catch (URISyntaxException e) {
      throw new IOException(list + " is no address", e);
    }
  }

  private void copy(Path from) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(from)) {
      all = walk.toList();
    }
    for (Path source : all) {
      Path target = folder.resolve(from.relativize(source).toString());
      if (Files.isDirectory(source)) {
        Files.createDirectories(target);
      } else {
        Files.copy(source, target);
      }
    }
  }

  @Override
  public void close() {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the unpacked example cannot be removed", e);
    }
  }
}
