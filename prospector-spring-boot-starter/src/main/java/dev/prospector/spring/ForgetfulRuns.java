package dev.prospector.spring;

import dev.prospector.budget.Budget;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.store.RunStore;
import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Runs in memory, of which the application is warned once. */
final class ForgetfulRuns {

  private static final Logger LOG = LoggerFactory.getLogger("dev.prospector.spring");

  private ForgetfulRuns() {}

  static RunStore warned(Budget budget, ObjectProvider<DataSource> sources) {
    LOG.warn(
        "Runs are kept in memory and end with this process{}: set prospector.store.url to"
            + " sqlite:FILE or postgresql://HOST/DATABASE, or give the application a DataSource of"
            + " PostgreSQL",
        HostDatabase.of(sources).whyNot());
    return budget instanceof InMemoryBudget counters
        ? InMemoryRunStore.settling(counters, Clock.systemUTC())
        : new InMemoryRunStore(Clock.systemUTC());
  }
}
