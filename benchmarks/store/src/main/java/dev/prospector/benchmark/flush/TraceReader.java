package dev.prospector.benchmark.flush;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code strace -f -y -xx} wrote. A call counts when it ended, and a word when it was
 * begun.
 */
final class TraceReader {

  private static final Pattern LINE = Pattern.compile("(\\d+) +(.*)");
  private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. (\\w+) resumed>(.*)");
  private static final Pattern CALL = Pattern.compile("(\\w+)\\((.*)\\) += (-?\\d+)(.*)");
  private static final Pattern OPENED = Pattern.compile("<([^>]*)>");
  private static final Pattern DESCRIPTOR = Pattern.compile("\\d+<([^>]*)>");
  private static final String UNFINISHED = " <unfinished ...>";

  private final Predicate<String> wanted;
  private final String words;
  private final List<Event> events = new ArrayList<>();
  private final Map<String, Begun> begun = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  private record Begun(String text, int before) {}

  private TraceReader(Predicate<String> wanted, Path words) {
    this.wanted = wanted;
    this.words = words.toString();
  }

  /**
   * Reads a file.
   *
   * @param wanted the files of which events are returned
   * @param words the file into which the program says what it has to say
   */
  static List<Event> read(Path trace, Predicate<String> wanted, Path words) throws IOException {
    TraceReader reader = new TraceReader(wanted, words);
    try (BufferedReader lines = Files.newBufferedReader(trace, StandardCharsets.US_ASCII)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        reader.add(line);
      }
    }
    return reader.events;
  }

  private void add(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return;
    }
    String thread = parts.group(1);
    String text = parts.group(2);
    Matcher resumed = RESUMED.matcher(text);
    if (text.endsWith(UNFINISHED)) {
      String start = text.substring(0, text.length() - UNFINISHED.length());
      told(start);
      begun.put(thread, new Begun(start, events.size()));
    } else if (resumed.matches()) {
      Begun start = begun.remove(thread);
      if (start != null) {
        ended(start.text() + resumed.group(2), start.before());
      }
    } else {
      told(text);
      ended(text, events.size());
    }
  }

  /** A word counts from the moment when it may be heard. */
  private void told(String text) {
    if (text.startsWith("write(") && words.equals(descriptor(text))) {
      String line = new String(bytes(text), StandardCharsets.US_ASCII);
      events.add(new Event.Told(line));
    }
  }

  private void ended(String text, int before) {
    Matcher call = CALL.matcher(text);
    if (!call.matches() || call.group(3).startsWith("-")) {
      return;
    }
    String arguments = call.group(2);
    switch (call.group(1)) {
      case "openat" -> opened(arguments, call.group(4));
      case "pwrite64" -> written(text, arguments, Integer.parseInt(call.group(3)));
      case "fsync", "fdatasync" -> {
        String file = descriptor(text);
        if (wanted.test(file)) {
          events.add(new Event.Flushed(file, before));
        }
      }
      case "ftruncate" -> {
        if (wanted.test(descriptor(text))) {
          events.add(new Event.Cut(descriptor(text), last(arguments)));
        }
      }
      case "unlink", "unlinkat" -> {
        String file = new String(bytes(arguments), StandardCharsets.UTF_8);
        if (wanted.test(file)) {
          known.remove(file);
          events.add(new Event.Removed(file));
        }
      }
      default -> {
        // Nothing else changes a file.
      }
    }
  }

  private void opened(String arguments, String result) {
    Matcher file = OPENED.matcher(result);
    if (!arguments.contains("O_CREAT") || !file.find()) {
      return;
    }
    String name = plain(file.group(1));
    if (wanted.test(name) && known.add(name)) {
      events.add(new Event.Made(name));
    }
  }

  private void written(String text, String arguments, int length) {
    String file = descriptor(text);
    if (wanted.test(file)) {
      events.add(new Event.Written(file, last(arguments), bytes(arguments), length));
    }
  }

  private static String descriptor(String text) {
    Matcher descriptor = DESCRIPTOR.matcher(text);
    return descriptor.find() ? plain(descriptor.group(1)) : "";
  }

  private static long last(String arguments) {
    return Long.parseLong(arguments.substring(arguments.lastIndexOf(',') + 1).strip());
  }

  /** Names of open files may be written as bytes too. */
  private static String plain(String name) {
    return name.startsWith("\\x") ? new String(decoded(name), StandardCharsets.UTF_8) : name;
  }

  /** Returns what stands between the first quotation marks. */
  private static byte[] bytes(String text) {
    int open = text.indexOf('"');
    return decoded(text.substring(open + 1, text.indexOf('"', open + 1)));
  }

  private static byte[] decoded(String hexadecimal) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(hexadecimal.length() / 4);
    for (int i = 0; i + 3 < hexadecimal.length(); i += 4) {
      int high = Character.digit(hexadecimal.charAt(i + 2), 16);
      bytes.write(high * 16 + Character.digit(hexadecimal.charAt(i + 3), 16));
    }
    return bytes.toByteArray();
  }
}
