package dev.prospector.tracking.sink;

import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.event.EventSink;
import dev.prospector.event.RunEvent;
import dev.prospector.tracking.internal.EventJson;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes each event as one line of JSON in UTF-8, and flushes it: who follows the file sees events
 * as they happen. Lines end with a line feed, and begin with the event's type.
 *
 * <p>Safe for several threads, and so for several runs.
 */
public final class JsonLinesSink implements EventSink, AutoCloseable {

  private final Writer writer;
  private final ReentrantLock lock = new ReentrantLock();

  private JsonLinesSink(Writer writer) {
    this.writer = writer;
  }

  /** Writes to a writer, which {@link #close} closes. */
  public static JsonLinesSink to(Writer writer) {
    return new JsonLinesSink(writer);
  }

  /**
   * Appends to a file, which is made if there is none. Where a crash left half a line, it is ended
   * first, so that every later line is whole.
   *
   * @throws PortException if it cannot be written
   */
  public static JsonLinesSink to(Path file) {
    try {
      boolean cut = isCut(file);
      Writer writer =
          Channels.newWriter(
              Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
              StandardCharsets.UTF_8);
      if (cut) {
        writer.write('\n');
      }
      return new JsonLinesSink(writer);
    } catch (IOException e) {
      throw failure("the file " + file + " cannot be opened for events", e);
    }
  }

  private static boolean isCut(Path file) throws IOException {
    if (Files.notExists(file) || Files.size(file) == 0) {
      return false;
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.position(channel.size() - 1).read(last);
      return last.get(0) != '\n';
    }
  }

  /**
   * Writes one event.
   *
   * @throws PortException if it cannot be written
   */
  @Override
  public void accept(RunEvent event) {
    String line = EventJson.line(event) + "\n";
    lock.lock();
    try {
      writer.write(line);
      writer.flush();
    } catch (IOException e) {
      RunEvent.Position at = event.position();
      throw failure("event " + at.number() + " of run " + at.run() + " cannot be written", e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Closes what it writes to.
   *
   * @throws PortException if that fails
   */
  @Override
  public void close() {
    lock.lock();
    try {
      writer.close();
    } catch (IOException e) {
      throw failure("what events are written to cannot be closed", e);
    } finally {
      lock.unlock();
    }
  }

  private static PortException failure(String what, IOException cause) {
    return new PortException(
        "json-lines", what + ": make room or give another place", RetryAdvice.backOff(), cause);
  }
}
