package dev.prospector.benchmark.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * Adds the towns of a gazetteer to the table of towns that the agents read: {@code name, country,
 * admin1_code, admin1_name, population}, as GeoNames gives them. Brazil is left out, whose
 * municipalities have a table of their own, and so are names in other scripts than ours.
 *
 * <p>{@code AddTowns cities.csv.gz towns.csv} rewrites the second file.
 */
public final class AddTowns {

  private static final int SHORTEST = 3;

  /** Below, the gazetteer holds quarters and places of which it knows no number. */
  private static final int LEAST_PEOPLE = 1_000;

  /** The numbers by which the gazetteer knows the provinces of Canada. */
  private static final Map<String, String> PROVINCES =
      Map.ofEntries(
          Map.entry("01", "AB"),
          Map.entry("02", "BC"),
          Map.entry("03", "MB"),
          Map.entry("04", "NB"),
          Map.entry("05", "NL"),
          Map.entry("07", "NS"),
          Map.entry("08", "ON"),
          Map.entry("09", "PE"),
          Map.entry("10", "QC"),
          Map.entry("11", "SK"),
          Map.entry("12", "YT"),
          Map.entry("13", "NT"),
          Map.entry("14", "NU"));

  /** By the bytes of their lines in UTF-8, as the table is searched. */
  private static final Comparator<String> BY_BYTES =
      (one, other) -> Arrays.compareUnsigned(bytes(one), bytes(other));

  private final TreeMap<String, TreeSet<String>> places = new TreeMap<>(BY_BYTES);

  private AddTowns() {}

  private static byte[] bytes(String name) {
    return (name + ';').getBytes(StandardCharsets.UTF_8);
  }

  public static void main(String[] args) throws IOException {
    Path table = Path.of(args[1]);
    List<String> before = Files.readAllLines(table);
    AddTowns towns = new AddTowns();
    before.stream().filter(line -> !line.startsWith("#")).forEach(towns::add);
    towns.addOwnNames();
    towns.addGazetteer(Path.of(args[0]));
    List<String> after = new ArrayList<>(before.subList(0, 1));
    towns.places.forEach((name, where) -> after.add(name + ';' + String.join(",", where)));
    Files.write(table, after);
  }

  private void add(String line) {
    int semicolon = line.lastIndexOf(';');
    String name = line.substring(0, semicolon).toLowerCase(Locale.ROOT);
    List<String> where = List.of(line.substring(semicolon + 1).split(","));
    places.computeIfAbsent(name, n -> new TreeSet<>()).addAll(where);
  }

  private void addOwnNames() throws IOException {
    try (BufferedReader names =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(AddTowns.class.getResourceAsStream("own-names.csv")),
                StandardCharsets.UTF_8))) {
      names.lines().filter(line -> !line.startsWith("#")).forEach(this::add);
    }
  }

  private void addGazetteer(Path file) throws IOException {
    try (BufferedReader rows =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      rows.lines().skip(1).filter(row -> !row.startsWith("\"")).forEach(this::addRow);
    }
  }

  /** Names in quotation marks hold a comma, as no town's on a page does. */
  private void addRow(String row) {
    String[] cells = row.split(",");
    String name = cells[0].toLowerCase(Locale.ROOT);
    boolean large = Integer.parseInt(cells[4]) >= LEAST_PEOPLE;
    if (large && name.length() >= SHORTEST && isLatin(name) && !cells[1].equals("BR")) {
      add(name + ';' + place(cells[1], cells[2]));
    }
  }

  private static String place(String country, String state) {
    return switch (country) {
      case "US" -> "US-" + state;
      case "CA" -> PROVINCES.containsKey(state) ? "CA-" + PROVINCES.get(state) : "CA";
      default -> country;
    };
  }

  private static boolean isLatin(String name) {
    return name.codePoints()
        .allMatch(
            c ->
                c == ' '
                    || c == '-'
                    || c == '\''
                    || c == '’'
                    || c == '.'
                    || Character.isLetter(c)
                        && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
  }
}
