package dev.prospector.agents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.InterruptedWorkException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SearchTest {

  /** Takes time that grows with the power of two, which no expression that ships does. */
  private static final Expression WILD = Expression.of("(?:a|a|aa){1,200}b");

  @Test
  void aSearchThatRunsWildFindsNothingMoreAfterItsAllowance() {
    Search search = WILD.matcher("a".repeat(2_000));
    assertThat(search.find()).isFalse();
    assertThat(search.isSpent()).isTrue();
    assertThat(search.steps()).isLessThan(4_000_000);
    assertThat(search.find()).isFalse();
  }

  @Test
  void anInterruptedThreadStopsSearchingWithinSomeThousandSteps() {
    Thread.currentThread().interrupt();
    Search search = WILD.matcher("a".repeat(2_000));
    assertThatThrownBy(search::find).isInstanceOf(InterruptedWorkException.class);
    assertThat(search.steps()).isLessThan(20_000);
    assertThat(Thread.interrupted()).as("the flag stays set").isTrue();
  }

  @Test
  void aSearchUnderWayIsInterruptedFromOutside() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<Throwable> end = new AtomicReference<>();
    Thread searching =
        new Thread(
            () -> {
              begun.countDown();
              try {
                while (true) {
                  WILD.isIn("a".repeat(20_000));
                }
              } catch (InterruptedWorkException e) {
                end.set(e);
              }
            });
    searching.start();
    begun.await();
    searching.interrupt();
    searching.join();
    assertThat(end.get()).isInstanceOf(InterruptedWorkException.class);
  }

  @Test
  void aGroupWithoutPartInTheMatchIsEmpty() {
    Search search = Expression.of("(a)|(?<b>b)").matcher("b");
    assertThat(search.find()).isTrue();
    assertThat(search.has(1)).isFalse();
    assertThat(search.group(1)).isEmpty();
    assertThat(search.group("b")).isEqualTo("b");
  }

  @Test
  void matchesAreReplacedByWhatTheyAreToBecomeWithoutReferences() {
    Expression digits = Expression.of("\\d{1,9}");
    assertThat(digits.matcher("a1b22").replaceAll("$1")).isEqualTo("a$1b$1");
    assertThat(digits.matcher("a1b22").replaceAll(found -> "<" + found.group() + ">"))
        .isEqualTo("a<1>b<22>");
    Search underWay = digits.matcher("1 2");
    assertThat(underWay.find()).isTrue();
    assertThat(underWay.replaceAll("x")).isEqualTo("x x");
    assertThat(digits.matcher("none").replaceAll("x")).isEqualTo("none");
    assertThat(digits.matcher("a1b2").replaceFirst("")).isEqualTo("ab2");
    assertThat(digits.split("a1b2c")).containsExactly("a", "b", "c");
    assertThat(digits.all("1, 22")).containsExactly("1", "22");
  }
}
