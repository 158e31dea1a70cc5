package dev.prospector.adapter.registry.local;

import dev.prospector.registry.CompanySearch.Query;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Compares names by their words alone, so that whole records are read of the few that are shown.
 *
 * @param statement which finds the names with all words of a query
 */
record NameIndex(PreparedStatement statement) {

  /** More are not compared: then none of them is beyond doubt. */
  static final int MOST_COMPARED = 400;

  static final String FIND =
      "select rowid, company, trade, city, state, head from name where name match ? limit "
          + MOST_COMPARED;

  private static final Comparator<Match> LIKELIEST_FIRST =
      Comparator.comparing(Match::samePlace)
          .thenComparingDouble(Match::likeness)
          .thenComparing(Match::headOffice)
          .reversed()
          .thenComparingLong(Match::id);

  /**
   * An establishment whose name has all the words.
   *
   * @param id of its row
   */
  record Match(long id, double likeness, boolean samePlace, boolean headOffice) {}

  /** What was found, and whether there may be more. */
  record Found(List<Match> matches, boolean all) {}

  Found search(Query query) throws SQLException {
    List<String> words = NameWords.of(query.name());
    if (words.isEmpty()) {
      return new Found(List.of(), true);
    }
    statement.setString(1, words.stream().map(w -> '"' + w + '"').collect(Collectors.joining(" ")));
    String city = NameWords.folded(query.city());
    String state = query.state().strip().toLowerCase(Locale.ROOT);
    List<Match> matches = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        matches.add(match(rows, words, city, state));
      }
    }
    boolean all = matches.size() < MOST_COMPARED;
    return new Found(matches.stream().sorted(LIKELIEST_FIRST).limit(query.most()).toList(), all);
  }

  private static Match match(ResultSet row, List<String> words, String city, String state)
      throws SQLException {
    boolean inCity = !city.isEmpty() && city.equals(row.getString(4));
    boolean inState = state.isEmpty() || state.equals(row.getString(5));
    double likeness =
        Math.max(
            NameWords.likeness(words, parted(row.getString(2))),
            NameWords.likeness(words, parted(row.getString(3))));
    return new Match(row.getLong(1), likeness, inCity && inState, row.getInt(6) == 1);
  }

  private static List<String> parted(String words) {
    return words.isEmpty() ? List.of() : List.of(words.split(" "));
  }
}
