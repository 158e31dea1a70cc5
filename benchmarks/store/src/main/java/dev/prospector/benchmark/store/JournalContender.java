package dev.prospector.benchmark.store;

import dev.prospector.adapter.store.Store;
import dev.prospector.store.Journal;
import dev.prospector.store.StepCommit;
import java.util.List;

/** The store's journal. */
record JournalContender(Databank databank, int writers, Shape shape, int steps)
    implements Contender {

  static String group(Databank databank, int writers, Shape shape) {
    return databank.name() + ", " + writers + (writers == 1 ? " writer, " : " writers, ") + shape;
  }

  @Override
  public String group() {
    return group(databank, writers, shape);
  }

  @Override
  public String name() {
    return "journal";
  }

  @Override
  public boolean baseline() {
    return false;
  }

  @Override
  public Session open() throws Exception {
    List<StepCommit> work = Work.steps(shape, steps);
    databank.empty();
    Store store = databank.store();
    Journal journal = store.journal();
    return new Session() {
      @Override
      public void run() throws Exception {
        Writers.each(writers, steps, i -> journal.commit(Work.TENANT, work.get(i)));
      }

      @Override
      public void close() {
        store.close();
      }
    };
  }
}
