package dev.prospector.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.lead.Tenant;
import dev.prospector.store.SharedLimits;
import dev.prospector.testkit.SettableClock;
import dev.prospector.testkit.Threads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What shared limits promise. Extend it, and return holders of the same limits. */
public abstract class SharedLimitsContract {

  private static final Tenant TENANT = new Tenant("one");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private SharedLimits one;
  private SharedLimits other;

  /** Creates the contract. */
  protected SharedLimitsContract() {}

  /** Returns one more holder of the same limits, whose clock is {@link #clock()}. */
  protected abstract SharedLimits holder();

  /** Returns the clock of all holders. */
  protected abstract SettableClock clock();

  @BeforeEach
  void askForTwo() {
    one = holder();
    other = holder();
  }

  @Test
  void whoIsAloneGetsWhatItWantsUpToTheLimit() {
    assertThat(one.hold(TENANT, "a", 10, 0, 4)).isEqualTo(4);
    assertThat(one.hold(TENANT, "a", 10, 4, 40)).isEqualTo(10);
  }

  @Test
  void allTogetherNeverHoldMoreThanTheLimit() {
    assertThat(one.hold(TENANT, "a", 10, 0, 7)).isEqualTo(7);
    assertThat(other.hold(TENANT, "a", 10, 0, 7)).isEqualTo(3);
  }

  @Test
  void whatIsGivenBackIsFreeForOthers() {
    one.hold(TENANT, "a", 10, 0, 10);
    one.hold(TENANT, "a", 10, 0, 0);

    assertThat(other.hold(TENANT, "a", 10, 0, 10)).isEqualTo(10);
  }

  @Test
  void whoHoldsAllShrinksToItsShareWhenOthersWait() {
    one.hold(TENANT, "a", 10, 0, 20);
    assertThat(other.hold(TENANT, "a", 10, 0, 20)).isZero();

    assertThat(one.hold(TENANT, "a", 10, 10, 20)).isEqualTo(5);
    assertThat(other.hold(TENANT, "a", 10, 0, 20)).as("still in use").isZero();
    assertThat(one.hold(TENANT, "a", 10, 5, 20)).isEqualTo(5);
    assertThat(other.hold(TENANT, "a", 10, 0, 20)).isEqualTo(5);
  }

  @Test
  void aSinglePermitGoesRoundInTurn() {
    SharedLimits third = holder();
    List<SharedLimits> all = List.of(one, other, third);
    int[] uses = new int[3];
    int[] turns = new int[3];
    for (int round = 0; round < 60; round++) {
      for (int i = 0; i < 3; i++) {
        uses[i] = Math.min(1, all.get(i).hold(TENANT, "a", 1, uses[i], 5));
        turns[i] += uses[i];
        assertThat(uses[0] + uses[1] + uses[2]).isLessThanOrEqualTo(1);
        // A holder that worked is done, and asks again at its next turn with nothing in use.
        if (uses[i] == 1) {
          all.get(i).hold(TENANT, "a", 1, 0, 5);
          uses[i] = 0;
        }
      }
    }
    assertThat(java.util.Arrays.stream(turns).boxed().toList())
        .allSatisfy(count -> assertThat(count).isGreaterThan(5));
  }

  @Test
  void namesAndTenantsShareNothing() {
    one.hold(TENANT, "a", 1, 0, 1);

    assertThat(other.hold(TENANT, "b", 1, 0, 1)).isEqualTo(1);
    assertThat(other.hold(new Tenant("two"), "a", 1, 0, 1)).isEqualTo(1);
  }

  @Test
  void turnsAreSoFarApart() {
    Instant now = clock().instant();

    assertThat(one.turn(TENANT, "a", SECOND)).isEqualTo(now);
    assertThat(other.turn(TENANT, "a", SECOND)).isEqualTo(now.plusSeconds(1));
    assertThat(one.turn(TENANT, "a", SECOND)).isEqualTo(now.plusSeconds(2));
    assertThat(one.turn(TENANT, "b", SECOND)).isEqualTo(now);
  }

  @Test
  void theTimeToTheNextTurnCountsFromTheEndOfWhatTookLong() {
    Instant turn = one.turn(TENANT, "a", SECOND);
    one.ended(TENANT, "a", turn.plusMillis(300));
    one.ended(TENANT, "a", turn.minusSeconds(5));
    assertThat(one.turn(TENANT, "a", SECOND)).isEqualTo(turn.plusMillis(1_300));
  }

  @Test
  void turnsThatWereNotBookedAreNotSavedUp() {
    one.turn(TENANT, "a", SECOND);
    clock().advance(Duration.ofMinutes(1));

    assertThat(one.turn(TENANT, "a", SECOND)).isEqualTo(clock().instant());
    assertThat(one.turn(TENANT, "a", SECOND)).isEqualTo(clock().instant().plusSeconds(1));
  }

  @Test
  void manyThreadsOfManyHoldersNeverPassTheLimit() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<SharedLimits> holders = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      holders.add(holder());
    }
    Threads.all(
        4,
        i -> {
          for (int round = 0; round < 50; round++) {
            int granted = holders.get(i).hold(TENANT, "a", 5, 0, 4);
            most.accumulateAndGet(running.addAndGet(granted), Math::max);
            running.addAndGet(-granted);
            holders.get(i).hold(TENANT, "a", 5, 0, 0);
          }
          return i;
        });
    assertThat(most.get()).isBetween(1, 5);
  }
}
