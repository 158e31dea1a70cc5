package dev.prospector.benchmark.flush;

import dev.prospector.adapter.store.Store;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The program whose system calls are recorded: it writes to a store, and says so of every record by
 * a system call of its own, as soon as the store confirmed it. It ends without closing the store.
 */
public final class WriteRecords {

  /** The line before the first record. */
  static final String OPENED = "OPENED\n";

  private final Store store;
  private final FileOutputStream told;

  private WriteRecords(Store store, FileOutputStream told) {
    this.store = store;
    this.told = told;
  }

  /**
   * Writes the records.
   *
   * @param args the store's address, the file for acknowledgements, how many times an intent, a
   *     step and a lead are written, and from how many threads
   */
  public static void main(String[] args) throws Exception {
    Store store = Store.open(args[0], Samples.OPTIONS);
    FileOutputStream told = new FileOutputStream(args[1]);
    told.write(OPENED.getBytes(StandardCharsets.US_ASCII));
    new WriteRecords(store, told).write(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    Runtime.getRuntime().halt(0);
  }

  private void write(int count, int writers) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    Thread[] threads = new Thread[writers];
    for (int i = 0; i < writers; i++) {
      threads[i] = new Thread(() -> writeFrom(next, count));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void writeFrom(AtomicInteger next, int count) {
    try {
      for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
        store.journal().intend(Samples.TENANT, Samples.intent(n));
        tell(Acknowledged.Kind.INTENT, n);
        store.journal().commit(Samples.TENANT, Samples.step(n));
        tell(Acknowledged.Kind.STEP, n);
        store.leads().save(Samples.TENANT, Samples.saved(n), Samples.dossier(n));
        tell(Acknowledged.Kind.LEAD, n);
      }
    } catch (IOException | RuntimeException e) {
      // Nothing may be missing from the record unnoticed.
      System.err.println("a writer failed: " + e);
      Runtime.getRuntime().halt(1);
    }
  }

  private void tell(Acknowledged.Kind kind, int number) throws IOException {
    told.write(new Acknowledged(kind, number).line().getBytes(StandardCharsets.US_ASCII));
  }
}
