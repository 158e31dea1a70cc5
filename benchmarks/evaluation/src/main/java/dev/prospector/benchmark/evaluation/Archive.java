package dev.prospector.benchmark.evaluation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Reads the pages of a folder's {@code html.tar.xz}. */
final class Archive {

  private Archive() {}

  /** Returns the pages by file name without folders, in the order of the archive. */
  static Map<String, String> pages(Path folder) throws IOException {
    Map<String, String> pages = new LinkedHashMap<>();
    pagesByPath(folder)
        .forEach((path, page) -> pages.put(path.substring(path.lastIndexOf('/') + 1), page));
    return pages;
  }

  /** Returns the pages by their path in the archive, in its order. */
  static Map<String, String> pagesByPath(Path folder) throws IOException {
    Map<String, String> pages = new LinkedHashMap<>();
    try (InputStream file = Files.newInputStream(folder.resolve("html.tar.xz"));
        TarArchiveInputStream tar =
            new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(file)),
                StandardCharsets.UTF_8.name())) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile()) {
          String name = entry.getName();
          String page = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
          pages.put(name.startsWith("./") ? name.substring(2) : name, page);
        }
      }
    }
    return pages;
  }
}
