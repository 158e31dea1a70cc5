package dev.prospector.cli;

import dev.prospector.adapter.okhttp.OkHttpTransport;
import dev.prospector.adapter.store.Store;
import dev.prospector.adapter.store.StoreOptions;
import dev.prospector.adapter.web.live.LivePages;
import dev.prospector.lead.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that reads many pages of many hosts, and shares its turns with others over a store. */
public final class PoliteReader {

  private PoliteReader() {}

  /** Reads: store, port, hosts, pages of each, milliseconds between requests, name. */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[1]);
    int hosts = Integer.parseInt(arguments[2]);
    int pages = Integer.parseInt(arguments[3]);
    AtomicInteger read = new AtomicInteger();
    try (Store store = Store.sqlite(Path.of(arguments[0]), StoreOptions.defaults())) {
      LivePages.Builder builder =
          LivePages.builder(OkHttpTransport.create())
              .contact("https://operator.example/bot")
              .limits(store.runs().limits(), Tenant.DEFAULT)
              .delayOfAllowed(Duration.ofMillis(Long.parseLong(arguments[4])));
      for (int host = 0; host < hosts; host++) {
        builder.allowing("host" + host + ".example", port);
      }
      LivePages live = builder.build();
      List<Thread> threads = new ArrayList<>();
      for (int host = 0; host < hosts; host++) {
        String origin = "http://host" + host + ".example:" + port + "/" + arguments[5];
        threads.add(new Thread(() -> read.addAndGet(read(live, origin, pages))));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
    }
    System.out.println(read.get());
  }

  private static int read(LivePages live, String origin, int pages) {
    int read = 0;
    try {
      for (int page = 0; page < pages; page++) {
        read += live.fetch(origin + page).page().isPresent() ? 1 : 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return read;
  }
}
