package dev.prospector.adapter.dbscheduler;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.prospector.run.Dispatcher;
import dev.prospector.testkit.contract.DispatcherContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A process with a few connections of its own. */
public final class PostgresMachine implements DispatcherContract.Machine {

  private final List<HikariDataSource> pools = new ArrayList<>();

  @Override
  public Dispatcher join(String place, int leads, Duration patience) {
    return DbSchedulerDispatcher.open(
        connections(place),
        DbSchedulerOptions.defaults()
            .withLeads(leads)
            .withPatience(patience)
            .withPoll(Duration.ofMillis(50))
            .withDelay(Duration.ofMillis(20), Duration.ofMillis(200)));
  }

  HikariDataSource connections(String url) {
    return connections(url, true);
  }

  HikariDataSource connections(String url, boolean autoCommit) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(4);
    config.setAutoCommit(autoCommit);
    HikariDataSource pool = new HikariDataSource(config);
    pools.add(pool);
    return pool;
  }

  @Override
  public void close() {
    pools.forEach(HikariDataSource::close);
  }
}
