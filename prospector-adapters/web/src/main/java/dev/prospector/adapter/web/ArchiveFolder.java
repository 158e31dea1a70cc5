package dev.prospector.adapter.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/** Finds the files that an index names, and none outside its folder. */
final class ArchiveFolder {

  private final Path root;

  /** Whether a folder really lies within the root: asked once, since many files share it. */
  private final Map<Path, Boolean> inside = new HashMap<>();

  /** The index names a file that is not to be opened. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message, null, false, false);
    }
  }

  ArchiveFolder(Path root) throws IOException {
    this.root = root.toRealPath();
  }

  /**
   * Returns a file by its name relative to the folder.
   *
   * @throws Refused if it is not there, not a file, or lies outside
   */
  Path file(String name) throws Refused, IOException {
    if (name.isEmpty()) {
      throw new Refused("no file is named");
    }
    Path file = resolve(name.replace('\\', '/'));
    if (!file.startsWith(root) || file.equals(root)) {
      throw new Refused("the file lies outside the folder: '" + name + "'");
    }
    if (!Files.isRegularFile(file)) {
      throw new Refused("there is no file '" + name + "'");
    }
    if (!isInside(file)) {
      throw new Refused("the file is a link that leads outside the folder: '" + name + "'");
    }
    return file;
  }

  private Path resolve(String name) throws Refused {
    try {
      Path relative = Path.of(name);
      if (relative.isAbsolute()) {
        throw new Refused("the file is not named relative to the folder: '" + name + "'");
      }
      return root.resolve(relative).normalize();
    } catch (InvalidPathException e) {
      throw new Refused("not a file name: '" + name + "'");
    }
  }

  private boolean isInside(Path file) throws IOException {
    Path folder = java.util.Objects.requireNonNull(file.getParent());
    Boolean known = inside.get(folder);
    if (known == null) {
      known = folder.toRealPath().startsWith(root);
      inside.put(folder, known);
    }
    boolean link =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
            .isSymbolicLink();
    return link ? file.toRealPath().startsWith(root) : known;
  }
}
