package dev.prospector.benchmark.flush;

import dev.prospector.adapter.store.Store;
import dev.prospector.dossier.Entry;
import dev.prospector.store.LeadStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens what a disk kept, and looks for what was acknowledged. */
final class Survivors {

  /** The latest are read as a whole; of the others it is asked whether they are there. */
  private static final int READ = 12;

  private final Path file;

  Survivors(Path file) {
    this.file = file;
  }

  /** Returns what is missing or not as it was written; whether nothing is. */
  Optional<String> missing(List<Acknowledged> acknowledged) {
    try (Store store = Store.sqlite(file, Samples.OPTIONS)) {
      Set<String> there = there();
      List<String> missing = new ArrayList<>();
      for (Acknowledged each : acknowledged) {
        if (!there.contains(key(each))) {
          missing.add(each.line().strip());
        }
      }
      int first = Math.max(0, acknowledged.size() - READ);
      for (Acknowledged each : acknowledged.subList(first, acknowledged.size())) {
        if (!isWhole(store, each)) {
          missing.add("whole " + each.line().strip());
        }
      }
      return missing.isEmpty() ? Optional.empty() : Optional.of(missing.toString());
    } catch (SQLException | RuntimeException e) {
      return Optional.of("cannot be read: " + e);
    }
  }

  private Set<String> there() throws SQLException {
    Set<String> there = new HashSet<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String query :
          List.of(
              "select 'INTENT ' || call from prospector_call",
              "select 'STEP ' || inputs from prospector_step",
              "select 'LEAD ' || lead from prospector_lead")) {
        try (ResultSet result = statement.executeQuery(query)) {
          while (result.next()) {
            there.add(result.getString(1));
          }
        }
      }
    }
    return there;
  }

  private static String key(Acknowledged each) {
    int number = each.number();
    return switch (each.kind()) {
      case INTENT -> "INTENT " + Samples.intent(number).call();
      case STEP -> "STEP " + Samples.intent(number).inputs();
      case LEAD -> "LEAD " + Samples.saved(number).id();
    };
  }

  private static boolean isWhole(Store store, Acknowledged each) {
    int number = each.number();
    return switch (each.kind()) {
      case INTENT -> true;
      case STEP ->
          store
              .journal()
              .find(Samples.TENANT, Samples.intent(number).inputs())
              .equals(Optional.of(Samples.step(number)));
      case LEAD -> {
        List<Entry<?>> dossier = List.copyOf(Samples.dossier(number).entries());
        yield store
            .leads()
            .find(Samples.TENANT, Samples.saved(number).id())
            .map(LeadStore.Stored::dossier)
            .map(d -> List.copyOf(d.entries()).equals(dossier))
            .orElse(false);
      }
    };
  }
}
