package dev.prospector.adapter.store;

class PostgresqlContractsTest extends Contracts {

  @Override
  Store open(StoreOptions options) throws Exception {
    return Store.open(Server.emptied(), options);
  }

  @Override
  Store again(StoreOptions options) {
    return Store.open(Server.pool(), options);
  }
}
