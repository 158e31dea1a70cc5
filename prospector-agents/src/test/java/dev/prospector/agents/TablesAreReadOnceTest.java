package dev.prospector.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.company.CompanyFacts;
import dev.prospector.agents.company.industry.IndustryClassifier;
import dev.prospector.agents.contact.ContactFinder;
import dev.prospector.agents.contact.text.ContactHints;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.page.Page;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Hundreds of leads may begin in the same moment: what they look up is in memory once. */
class TablesAreReadOnceTest {

  private static final int THREADS = 300;
  private static final String SUFFIXES = "effective_tld_names.dat";

  @Test
  void threeHundredThreadsThatStartColdReadEachTableOnce() throws Exception {
    Map<String, AtomicInteger> opened = new ConcurrentHashMap<>();
    try (URLClassLoader cold = cold(opened)) {
      Class<?> reader = cold.loadClass(Reader.class.getName());
      CountDownLatch start = new CountDownLatch(1);
      List<Thread> threads = new ArrayList<>();
      List<Throwable> failed = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Runnable work = (Runnable) reader.getConstructor().newInstance();
        threads.add(thread(start, work, failed));
      }
      start.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(failed).isEmpty();
    }
    assertThat(opened.keySet()).anyMatch(name -> name.endsWith(SUFFIXES));
    assertThat(opened.keySet()).anyMatch(name -> name.endsWith("industry-model.bin.gz"));
    assertThat(opened).hasSizeGreaterThan(20);
    assertThat(opened).allSatisfy((name, times) -> assertThat(times).as(name).hasValue(1));
  }

  private static Thread thread(CountDownLatch start, Runnable work, List<Throwable> failed) {
    Thread thread =
        new Thread(
            () -> {
              try {
                start.await();
                work.run();
              } catch (Throwable e) {
                synchronized (failed) {
                  failed.add(e);
                }
              }
            });
    thread.start();
    return thread;
  }

  /** A loader of its own for all classes, which counts the resources of ours and of the list. */
  private static URLClassLoader cold(Map<String, AtomicInteger> opened) throws IOException {
    List<URL> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      path.add(Path.of(entry).toUri().toURL());
    }
    return new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()) {
      @Override
      public InputStream getResourceAsStream(String name) {
        if (name.startsWith("dev/prospector/") || name.endsWith(SUFFIXES)) {
          opened.computeIfAbsent(name, key -> new AtomicInteger()).incrementAndGet();
        }
        return super.getResourceAsStream(name);
      }
    };
  }

  /** What a lead's steps do with a page. Loaded anew by the loader above. */
  public static final class Reader implements Runnable {

    /** Called by its name. */
    public Reader() {}

    @Override
    public void run() {
      Page page =
          Page.parse(
              "<p>Fundada em 1990. Rua das Flores, 123 - Curitiba - PR. vendas@a.comFone"
                  + " (41) 3232-1234</p>",
              "https://www.tables.example/contato");
      ContactFinder.create().find(page.text(), ContactHints.none().withUrl(page.url()));
      CompanyFacts.find(page.text().text());
      IndustryClassifier.shipped().classify("", page.mainText(), Language.PORTUGUESE);
    }
  }
}
