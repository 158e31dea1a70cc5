package dev.prospector.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.budget.Budget;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Spending;
import dev.prospector.error.BudgetRefusedException;
import dev.prospector.testkit.Note;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two processes of many threads make paid calls over one PostgreSQL, and some of the calls fail: no
 * limit is passed, and it can be reached exactly. Here few; 64 threads with 10,000 calls each, by
 * {@code -Dbudget.spending.threads=64 -Dbudget.spending.calls=10000}.
 */
@Timeout(3_600)
class SpendingThreadsTest {

  private static final int PROCESSES = 2;
  private static final int THREADS = Integer.getInteger("budget.spending.threads", 16);
  private static final int CALLS = Integer.getInteger("budget.spending.calls", 10);

  /** About half of what all would spend. */
  private static final long LIMIT = (long) THREADS * CALLS * SpendingThreads.MOST / 8;

  @Test
  void noLimitIsPassedThoughCallsFailAndItCanBeReachedExactly() throws Exception {
    String address = Server.fresh("spending_threads_test");
    try (Store store = Store.open(address, StoreOptions.defaults().withSections(Note.KEY))) {
      Budget budget = store.budget(SpendingThreads.limits(LIMIT));
      List<Process> processes = new ArrayList<>();
      for (int i = 0; i < PROCESSES; i++) {
        processes.add(start(address, i));
      }
      long looked = 0;
      while (processes.stream().anyMatch(Process::isAlive)) {
        Spending now = spending(store);
        assertThat(now.settled().tokens() + now.reserved().tokens()).isLessThanOrEqualTo(LIMIT);
        looked++;
      }
      long spent = 0;
      long granted = 0;
      for (Process process : processes) {
        String[] said = said(process).split(" ");
        spent += Long.parseLong(said[0]);
        granted += Long.parseLong(said[1]);
      }
      System.out.printf(
          "spending on PostgreSQL: %d processes, %d threads, %,d calls, %,d granted; %,d of %,d"
              + " tokens spent; looked %,d times%n",
          PROCESSES, THREADS, (long) THREADS * CALLS, granted, spent, LIMIT, looked);
      assertThat(spending(store).settled().tokens()).isEqualTo(spent).isLessThanOrEqualTo(LIMIT);
      assertThat(spending(store).reserved().tokens()).isZero();
      landExactly(budget, LIMIT - spent);
      assertThat(spending(store).settled().tokens()).isEqualTo(LIMIT);
    }
  }

  private static void landExactly(Budget budget, long left) {
    if (left > 0) {
      var last = budget.reserve(SpendingThreads.ACCOUNT, SpendingThreads.usage(left));
      budget.settle(last, SpendingThreads.usage(left));
    }
    assertThatThrownBy(() -> budget.reserve(SpendingThreads.ACCOUNT, SpendingThreads.usage(1)))
        .isInstanceOf(BudgetRefusedException.class);
  }

  private static Spending spending(Store store) {
    return store.budget(Limits.unlimited()).spending(SpendingThreads.ACCOUNT);
  }

  private static Process start(String address, int seed) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            SpendingThreads.class.getName(),
            address,
            String.valueOf(LIMIT),
            String.valueOf(THREADS / PROCESSES),
            String.valueOf(CALLS),
            String.valueOf(seed));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static String said(Process process) throws IOException, InterruptedException {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      assertThat(process.waitFor()).as("exit code").isZero();
      return line;
    }
  }
}
