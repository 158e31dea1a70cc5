package dev.prospector.adapter.store;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;

class PostgresqlOutboxTest extends OutboxTest {

  private String url = "";

  @BeforeEach
  void create() throws SQLException {
    url = Server.fresh("outbox_test");
  }

  @Override
  Store open(StoreOptions options) {
    return Store.open(url.substring("jdbc:".length()), options);
  }

  @Override
  String jdbcUrl() {
    return url;
  }
}
