package dev.prospector.benchmark.flush;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceReaderTest {

  @TempDir private Path folder;

  @Test
  void callsAreReadInTheOrderInWhichTheyEndAndWordsInWhichTheyBegin() throws Exception {
    List<Event> events =
        read(
            """
            7 openat(AT_FDCWD</>, "\\x2f\\x64", O_RDWR|O_CREAT|O_NOFOLLOW, 0666) = 3</d>
            7 openat(AT_FDCWD</>, "\\x2f\\x64", O_RDWR|O_CREAT|O_NOFOLLOW, 0666) = 3</d>
            7 pwrite64(3</d>, "\\x61\\x62", 2, 10) = 2
            7 fsync(3</d> <unfinished ...>
            8 pwrite64(3</d>, "\\x63", 1, 12) = 1
            8 write(5</told>, "\\x6f\\x6b\\x0a", 3 <unfinished ...>
            7 <... fsync resumed>) = 0
            8 <... write resumed>) = 3
            7 fdatasync(4</other>) = 0
            7 ftruncate(3</d>, 5) = 0
            7 fsync(3</d>) = -1 EIO (Input/output error)
            7 unlink("\\x2f\\x64") = 0
            """);

    assertThat(events).hasSize(7);
    assertThat(events.get(0)).isEqualTo(new Event.Made("/d"));
    assertThat(events.get(1))
        .isInstanceOfSatisfying(
            Event.Written.class,
            written -> {
              assertThat(written.bytes()).containsExactly('a', 'b');
              assertThat(written.offset()).isEqualTo(10);
            });
    assertThat(events.get(3)).isEqualTo(new Event.Told("ok\n"));
    assertThat(events.get(4)).isEqualTo(new Event.Flushed("/d", 2));
    assertThat(events.get(5)).isEqualTo(new Event.Cut("/d", 5));
    assertThat(events.get(6)).isEqualTo(new Event.Removed("/d"));
  }

  private List<Event> read(String trace) throws IOException {
    Path file = folder.resolve("trace");
    Files.writeString(file, trace);
    return TraceReader.read(file, "/d"::equals, Path.of("/told"));
  }
}
