package dev.prospector.testkit;

import dev.prospector.testkit.contract.remote.ReportStoreContract;
import dev.prospector.tracking.remote.ReportStore;
import dev.prospector.tracking.remote.memory.InMemoryReportStore;

class InMemoryReportStoreTest extends ReportStoreContract {

  @Override
  protected ReportStore store() {
    return new InMemoryReportStore();
  }
}
