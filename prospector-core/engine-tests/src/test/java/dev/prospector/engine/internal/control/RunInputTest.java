package dev.prospector.engine.internal.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.engine.internal.retry.LeadAbandoned;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The input of a run can be left while it is read. */
@Timeout(60)
class RunInputTest {

  private static final Lead LEAD = Lead.of(LeadId.of("1"), Company.named("Northgate Haulage"));

  private final CountDownLatch began = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @Test
  void aListThatIgnoresTheInterruptIsWaitedForForALimitedTime() throws Exception {
    RunInput input = new RunInput(stubborn());
    CompletableFuture<Boolean> reading = CompletableFuture.supplyAsync(input::hasNext);
    began.await();
    assertThat(input.leave(Duration.ofMillis(1))).isFalse();
    assertThat(reading).isNotDone();

    goOn.countDown();
    assertThatThrownBy(reading::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(LeadAbandoned.class);
    assertThat(input.leave(Duration.ZERO)).isTrue();
  }

  @Test
  void noInterruptOutlivesTheReadThatItEnded() throws Exception {
    RunInput input = new RunInput(stubborn());
    CompletableFuture<Boolean> interrupted =
        CompletableFuture.supplyAsync(
            () -> {
              assertThatThrownBy(input::hasNext).isInstanceOf(LeadAbandoned.class);
              return Thread.currentThread().isInterrupted();
            });
    began.await();
    assertThat(input.leave(Duration.ZERO)).isFalse();
    goOn.countDown();
    assertThat(interrupted.get()).isFalse();
  }

  @Test
  void whatWasLeftIsNotReadAgain() {
    RunInput input = new RunInput(List.of(LEAD, LEAD).iterator());
    assertThat(input.next()).isEqualTo(LEAD);
    assertThat(input.leave(Duration.ZERO)).isTrue();
    assertThat(input.isLeft()).isTrue();
    assertThatThrownBy(input::hasNext).isInstanceOf(LeadAbandoned.class);
    assertThatThrownBy(input::next).isInstanceOf(LeadAbandoned.class);
  }

  @Test
  void aFailureOfTheListIsItsOwnUnlessItWasLeft() {
    Iterator<Lead> broken =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            throw new IllegalStateException("the file is gone");
          }

          @Override
          public Lead next() {
            return LEAD;
          }
        };
    assertThatThrownBy(new RunInput(broken)::hasNext)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the file is gone");
  }

  private Iterator<Lead> stubborn() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        began.countDown();
        while (goOn.getCount() > 0) {
          Thread.onSpinWait();
        }
        return true;
      }

      @Override
      public Lead next() {
        return LEAD;
      }
    };
  }
}
