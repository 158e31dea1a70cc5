package dev.prospector.crm;

import dev.prospector.event.RunId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The CRM's own tables. */
@Repository
class Customers {

  private final JdbcClient jdbc;

  Customers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Customer> all() {
    return jdbc.sql(
            "select id, name, website, tier, vehicles, vehicles_quote from customer order by id")
        .query(Customer.class)
        .list();
  }

  /** Writing the same again changes nothing. */
  void write(long id, @Nullable String tier, @Nullable Integer vehicles, @Nullable String quote) {
    jdbc.sql("update customer set tier = ?, vehicles = ?, vehicles_quote = ? where id = ?")
        .params(Arrays.asList(tier, vehicles, quote, id))
        .update();
  }

  /** Remembers that the results of a run are to be taken. */
  void begin(RunId run) {
    jdbc.sql("insert into research (run, event, done) values (?, 0, false)")
        .param(run.value())
        .update();
  }

  /** Returns runs of which not everything was taken. */
  List<RunId> untaken() {
    List<String> runs =
        jdbc.sql("select run from research where not done order by run").query(String.class).list();
    return runs.stream().map(RunId::of).toList();
  }

  /** Returns the last event of a run that was taken; 0 for none. */
  long taken(RunId run) {
    Optional<Long> event =
        jdbc.sql("select event from research where run = ?")
            .param(run.value())
            .query(Long.class)
            .optional();
    return event.orElse(0L);
  }

  void taken(RunId run, long event, boolean done) {
    jdbc.sql("update research set event = ?, done = ? where run = ?")
        .params(event, done, run.value())
        .update();
  }
}
