package dev.prospector.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.context.BusinessContext;
import dev.prospector.context.Language;
import dev.prospector.lead.Tenant;
import dev.prospector.money.Money;
import dev.prospector.store.ContextStore;
import dev.prospector.store.ContextStore.Version;
import dev.prospector.testkit.SettableClock;
import dev.prospector.testkit.Threads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of contexts promises. Extend it, and return an empty one. */
public abstract class ContextStoreContract {

  private static final Tenant ONE = new Tenant("one");
  private static final Tenant OTHER = new Tenant("other");
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final SettableClock clock = new SettableClock(START);
  private ContextStore store;

  /** Creates the contract. */
  protected ContextStoreContract() {}

  /**
   * Returns a store that holds nothing.
   *
   * @param clock tells when versions are written
   */
  protected abstract ContextStore store(SettableClock clock);

  @BeforeEach
  void open() {
    store = store(clock);
  }

  private static BusinessContext selling(String what) {
    return BusinessContext.builder().text(BusinessContext.Text.WHAT_WE_SELL, what).build();
  }

  @Test
  void nothingIsThereBeforeSomethingIsSaved() {
    assertThat(store.newest(ONE)).isEmpty();
    assertThat(store.find(ONE, 1)).isEmpty();
    assertThat(store.versions(ONE, 0, 10)).isEmpty();
    assertThat(store.remove(ONE, 1)).isFalse();
  }

  @Test
  void eachContextIsTheNextVersionWithWhoAndWhen() {
    Version first = store.save(ONE, selling("trucks"), "ana");
    clock.advance(Duration.ofHours(1));
    Version second = store.save(ONE, selling("vans"), "bia");

    assertThat(first).isEqualTo(new Version(1, selling("trucks"), "ana", START));
    assertThat(second)
        .isEqualTo(new Version(2, selling("vans"), "bia", START.plus(Duration.ofHours(1))));
    assertThat(store.newest(ONE)).contains(second);
    assertThat(store.find(ONE, 1)).contains(first);
    assertThat(store.versions(ONE, 0, 10)).containsExactly(second, first);
    assertThat(store.versions(ONE, 2, 10)).containsExactly(first);
    assertThat(store.versions(ONE, 0, 1)).containsExactly(second);
  }

  @Test
  void whatTheNewestSaysAlreadyIsNoNewVersionButWhatAnEarlierSaidIs() {
    Version first = store.save(ONE, selling("trucks"), "ana");
    assertThat(store.save(ONE, selling("trucks"), "bia")).isEqualTo(first);
    store.save(ONE, selling("vans"), "bia");

    assertThat(store.save(ONE, selling("trucks"), "bia").number()).isEqualTo(3);
  }

  @Test
  void everythingThatAContextSaysIsReadAsItWasWritten() {
    BusinessContext.Builder all = BusinessContext.builder().language(Language.PT_BR).margin(0.25);
    for (BusinessContext.Text text : BusinessContext.Text.values()) {
      all.text(text, "Pão \uE000 é😀 " + text);
    }
    for (BusinessContext.Items items : BusinessContext.Items.values()) {
      all.items(items, List.of("first \"" + items + "\"", "second"));
    }
    BusinessContext context = all.averageDealValue(Money.of("1234.50", "BRL")).build();
    store.save(ONE, context, "");

    assertThat(store.newest(ONE).orElseThrow().context()).isEqualTo(context);
  }

  @Test
  void tenantsHaveVersionsOfTheirOwn() {
    store.save(ONE, selling("trucks"), "ana");
    store.save(OTHER, selling("vans"), "ana");

    assertThat(store.newest(ONE).orElseThrow().context()).isEqualTo(selling("trucks"));
    assertThat(store.newest(OTHER).orElseThrow().number()).isEqualTo(1);
    assertThat(store.forget(OTHER, "ana")).isEqualTo(1);
    assertThat(store.remove(OTHER, 1)).isTrue();
    assertThat(store.newest(ONE).orElseThrow().person()).isEqualTo("ana");
  }

  @Test
  void aRemovedVersionIsGoneAndItsNumberIsNotGivenAgain() {
    store.save(ONE, selling("trucks"), "ana");
    store.save(ONE, selling("vans"), "ana");

    assertThat(store.remove(ONE, 2)).isTrue();
    assertThat(store.remove(ONE, 2)).isFalse();
    assertThat(store.newest(ONE).orElseThrow().number()).isEqualTo(1);
    assertThat(store.versions(ONE, 0, 10)).hasSize(1);
    assertThat(store.save(ONE, selling("vans"), "ana").number()).isEqualTo(3);
  }

  @Test
  void whoIsForgottenStandsInNoVersionAndTheVersionsStay() {
    store.save(ONE, selling("trucks"), "ana");
    store.save(ONE, selling("vans"), "bia");
    store.save(ONE, selling("ships"), "ana");

    assertThat(store.forget(ONE, "ana")).isEqualTo(2);
    assertThat(store.forget(ONE, "ana")).isZero();
    assertThat(store.forget(ONE, "")).isZero();
    assertThat(store.versions(ONE, 0, 10))
        .extracting(Version::person)
        .containsExactly("", "bia", "");
  }

  @Test
  void versionsThatAreWrittenAtOnceHaveNumbersOfTheirOwn() throws Exception {
    List<List<Long>> numbers =
        Threads.all(
            4,
            thread -> {
              List<Long> mine = new ArrayList<>();
              for (int i = 0; i < 10; i++) {
                mine.add(store.save(ONE, selling(thread + "/" + i), "").number());
              }
              return mine;
            });

    assertThat(Set.copyOf(numbers.stream().flatMap(List::stream).toList())).hasSize(40);
    assertThat(store.newest(ONE).orElseThrow().number()).isEqualTo(40);
  }
}
