package dev.prospector.adapter.imports.internal.column;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names that people give to columns, in Portuguese, English and Spanish, best first. */
public final class ColumnNames {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]++");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern HUMP = Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");
  private static final Map<ColumnRole, List<String>> NAMES = read();

  private static final Map<String, ColumnRole> BY_NAME = byName();

  private ColumnNames() {}

  private static Map<String, ColumnRole> byName() {
    Map<String, ColumnRole> byName = new HashMap<>();
    NAMES.forEach((role, names) -> names.forEach(name -> byName.putIfAbsent(name, role)));
    return Map.copyOf(byName);
  }

  /** Returns the meaning of a name in plain form, if it has one by itself. */
  static Optional<ColumnRole> role(String plain) {
    return Optional.ofNullable(BY_NAME.get(plain));
  }

  /** Returns how good a name is for its meaning: 0 for the best. */
  static int rank(ColumnRole role, String plain) {
    int rank = NAMES.getOrDefault(role, List.of()).indexOf(plain);
    return rank < 0 ? Integer.MAX_VALUE : rank;
  }

  /** Returns a name as it is shown and stored: without line breaks and doubled blanks. */
  public static String shown(String column) {
    return BLANKS.matcher(column).replaceAll(" ").strip();
  }

  /** Returns lower-case words without accents, joined by single spaces. */
  public static String plain(String column) {
    String cut = column.length() > 200 ? column.substring(0, 200) : column;
    String words = HUMP.matcher(cut).replaceAll(" ");
    String bare = MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFKD)).replaceAll("");
    return NO_WORD.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  private static Map<ColumnRole, List<String>> read() {
    Map<ColumnRole, List<String>> names = new EnumMap<>(ColumnRole.class);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ColumnNames.class.getResourceAsStream("columns.txt")),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] parts = line.split(":", 2);
          ColumnRole role = ColumnRole.of(parts[0]).orElseThrow();
          names.put(role, List.of(parts[1].strip().split("\\s*,\\s*")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
