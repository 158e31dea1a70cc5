package dev.prospector.adapter.store;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;

class PostgresqlTenantsTest extends TenantsTest {

  private String url = "";

  @BeforeEach
  void create() throws SQLException {
    url = Server.fresh("tenants_test");
  }

  @Override
  Store open(StoreOptions options) {
    return Store.open(url.substring("jdbc:".length()), options);
  }

  @Override
  Store openAnother(StoreOptions options) throws SQLException {
    return Store.open(Server.fresh("tenants_alone").substring("jdbc:".length()), options);
  }

  @Override
  String jdbcUrl() {
    return url;
  }
}
