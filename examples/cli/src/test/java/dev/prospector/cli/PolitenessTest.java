package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.cli.LocalWeb.Answer;
import dev.prospector.cli.LocalWeb.Asked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes over one store keep to what a host is owed, as the hosts count it. */
class PolitenessTest {

  private static final int HOSTS = Integer.getInteger("polite.hosts", 8);
  private static final int REQUESTS = Integer.getInteger("polite.requests", 160);
  private static final int DELAY = Integer.getInteger("polite.delay", 100);

  @TempDir private Path folder;

  @Test
  void twoProcessesKeepDelayConcurrencyAndRobotsTxt() throws Exception {
    try (LocalWeb web = LocalWeb.start()) {
      int each = REQUESTS / HOSTS / 2;
      for (int host = 0; host < HOSTS; host++) {
        fill(web, "host" + host + ".example", each);
      }
      String names = web.names(folder.resolve("hosts"));
      // The tables are there before two processes want to make them.
      run(web, names, "made", 0).end();
      try (Program one = run(web, names, "a", each);
          Program other = run(web, names, "b", each)) {
        int read = Integer.parseInt(one.end().out().strip()) + number(other);
        judge(web, read);
      }
    }
  }

  private static int number(Program program) throws Exception {
    return Integer.parseInt(program.end().out().strip());
  }

  private static void fill(LocalWeb web, String host, int each) {
    web.page(host, "/robots.txt", Answer.text("text/plain", "User-agent: *\nDisallow: /b1\n"));
    for (String of : List.of("a", "b")) {
      for (int page = 0; page < each; page++) {
        web.page(host, "/" + of + page, Answer.html("<p>Page " + page));
      }
    }
  }

  private Program run(LocalWeb web, String names, String of, int pages) throws Exception {
    return Program.start(
        folder,
        List.of(names, "-Xmx512m"),
        PoliteReader.class.getName(),
        folder.resolve("shared.db"),
        web.port(),
        HOSTS,
        pages,
        DELAY,
        of);
  }

  /** The delay counts from the end of a request, so that the host's own time is part of it. */
  private static double fastest(List<Asked> sorted) {
    List<Asked> followed = sorted.subList(0, sorted.size() - 1);
    double own = followed.stream().mapToLong(asked -> asked.ended() - asked.begun()).sum() / 1e6;
    return (double) DELAY * followed.size() + own;
  }

  private void judge(LocalWeb web, int read) throws Exception {
    List<Asked> ledger = web.ledger();
    assertThat(ledger).noneMatch(asked -> asked.path().startsWith("/b1"));
    int tooSoon = 0;
    int together = 0;
    double busiest = 0;
    double allowed = 0;
    for (List<Asked> host : ledger.stream().collect(Collectors.groupingBy(Asked::host)).values()) {
      List<Asked> sorted = host.stream().sorted(Comparator.comparingLong(Asked::begun)).toList();
      for (int i = 1; i < sorted.size(); i++) {
        long gap = sorted.get(i).begun() - sorted.get(i - 1).begun();
        tooSoon += gap < DELAY * 1_000_000L ? 1 : 0;
        together += sorted.get(i).begun() < sorted.get(i - 1).ended() ? 1 : 0;
      }
      double took = (sorted.get(sorted.size() - 1).begun() - sorted.get(0).begun()) / 1e6;
      if (took > busiest) {
        busiest = took;
        allowed = fastest(sorted);
      }
    }
    assertThat(tooSoon).isZero();
    assertThat(together).isZero();
    String figure =
        "%d requests, %d pages, %d hosts: %.1f s, where politeness takes %.1f s: throughput %.3f"
            .formatted(
                ledger.size(), read, HOSTS, busiest / 1000, allowed / 1000, allowed / busiest);
    Path out = Path.of(System.getProperty("polite.figure", folder.resolve("figure").toString()));
    Files.writeString(out, figure + System.lineSeparator());
  }
}
