package dev.prospector.benchmark.flush;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgetfulDiskTest {

  private static final String FOLDER = "/disk";
  private static final String FILE = "/disk/file";

  @TempDir private Path folder;

  @Test
  void whatWasFlushedIsFoundAndNothingElseHasToBe() throws Exception {
    ForgetfulDisk disk =
        disk(true, made(), written(0, "kept"), flushed(2, FILE), flushed(3, FOLDER));
    disk.take(written(0, "lost"));

    assertThat(found(disk, 0)).isEqualTo("kept");
    assertThat(found(disk, 1)).isEqualTo("lost");
  }

  @Test
  void whatEndedAfterAFlushWasAskedForIsNotFlushed() throws Exception {
    ForgetfulDisk disk =
        disk(true, made(), flushed(1, FOLDER), written(0, "late"), flushed(2, FILE));

    assertThat(found(disk, 0)).isEmpty();
  }

  @Test
  void aFileWhoseNameWasNotFlushedIsNotFound() throws Exception {
    ForgetfulDisk disk = disk(true, made(), written(0, "kept"), flushed(2, FILE));

    assertThat(disk.hasUnflushed()).isTrue();
    disk.cut(new SplittableRandom(0), 0, folder);
    assertThat(folder.resolve("file")).doesNotExist();
    assertThat(found(disk, 1)).isEqualTo("kept");
  }

  @Test
  void aNewFileOfTheSameNameKeepsItsOwnBytes() throws Exception {
    ForgetfulDisk disk =
        disk(
            true,
            made(),
            written(0, "old bytes"),
            flushed(2, FILE),
            new Event.Removed(FILE),
            made(),
            written(0, "new"),
            flushed(6, FILE),
            flushed(7, FOLDER));

    assertThat(found(disk, 0)).isEqualTo("new");
  }

  @Test
  void sectorsAreLostOneByOneAndNeverSkipAWrite() throws Exception {
    ForgetfulDisk disk = disk(true, made(), flushed(1, FOLDER));
    disk.take(written(0, "a".repeat(1024)));
    disk.take(written(0, "b".repeat(1024)));
    Set<String> outcomes = new TreeSet<>();
    for (int seed = 0; seed < 200; seed++) {
      disk.cut(new SplittableRandom(seed), 0.5, folder);
      String text = Files.readString(folder.resolve("file"), StandardCharsets.ISO_8859_1);
      outcomes.add(text.replaceAll("(?s)(.)\\1{511}", "$1"));
    }
    assertThat(outcomes).contains("a", "b", "aa", "ab", "ba", "bb", "\0a", "\0b").contains("");
  }

  @Test
  void aDiskThatLiesForgetsWhatWasFlushed() throws Exception {
    ForgetfulDisk disk =
        disk(false, made(), written(0, "kept"), flushed(2, FILE), flushed(3, FOLDER));

    disk.cut(new SplittableRandom(0), 0, folder);
    assertThat(folder.resolve("file")).doesNotExist();
  }

  private static ForgetfulDisk disk(boolean honest, Event... events) {
    ForgetfulDisk disk = new ForgetfulDisk(honest);
    List.of(events).forEach(disk::take);
    return disk;
  }

  private static Event made() {
    return new Event.Made(FILE);
  }

  private static Event written(long offset, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return new Event.Written(FILE, offset, bytes, bytes.length);
  }

  private static Event flushed(int before, String file) {
    return new Event.Flushed(file, before);
  }

  private String found(ForgetfulDisk disk, double kept) throws IOException {
    disk.cut(new SplittableRandom(0), kept, folder);
    return Files.readString(folder.resolve("file"), StandardCharsets.ISO_8859_1);
  }
}
