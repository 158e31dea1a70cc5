package dev.prospector.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.dossier.Dossier;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStage;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.store.LeadStore;
import dev.prospector.testkit.Note;
import dev.prospector.testkit.Threads;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of leads promises. Extend it, and return an empty store. */
public abstract class LeadStoreContract {

  private static final Tenant TENANT = new Tenant("one");
  private static final Tenant OTHER = new Tenant("other");

  private LeadStore store;

  /** Creates the contract. */
  protected LeadStoreContract() {}

  /** Returns a store that holds nothing, for sections of the type {@link Note}. */
  protected abstract LeadStore store();

  @BeforeEach
  void open() {
    store = store();
  }

  @Test
  void aLeadIsFoundWithTheDossierThatWasSavedWithIt() {
    assertThat(store.save(TENANT, lead("a"), dossier("text"))).isTrue();

    LeadStore.Stored stored = store.find(TENANT, LeadId.of("a")).orElseThrow();
    assertThat(stored.lead().company()).isEqualTo(lead("a").company());
    assertThat(stored.lead().version()).isEqualTo(1);
    assertThat(stored.dossier().find(Note.KEY)).contains(new Note("text"));
    assertThat(store.find(TENANT, LeadId.of("b"))).isEmpty();
  }

  @Test
  void aNewerVersionTakesThePlaceOfAnOlderOne() {
    store.save(TENANT, lead("a"), dossier("old"));

    assertThat(store.save(TENANT, next(lead("a")), dossier("new"))).isTrue();
    assertThat(text("a")).isEqualTo("new");
  }

  @Test
  void theSameOrAnOlderVersionChangesNothing() {
    Lead newer = next(lead("a"));
    store.save(TENANT, newer, dossier("kept"));

    assertThat(store.save(TENANT, newer, dossier("same version"))).isFalse();
    assertThat(store.save(TENANT, lead("a"), dossier("older"))).isFalse();
    assertThat(text("a")).isEqualTo("kept");
  }

  @Test
  void ofManyWhoSaveTheSameVersionOneSucceeds() throws Exception {
    store.save(TENANT, lead("a"), dossier("start"));

    List<Boolean> saved =
        Threads.all(8, i -> store.save(TENANT, next(lead("a")), dossier("by " + i)));

    assertThat(saved).containsOnlyOnce(true);
    assertThat(text("a")).isEqualTo("by " + saved.indexOf(true));
  }

  @Test
  void leadsAreListedInTheOrderOfTheirIdsPageByPage() {
    for (String id : List.of("c", "a", "d", "b")) {
      store.save(TENANT, lead(id), Dossier.empty());
    }
    assertThat(ids(store.list(TENANT, "", 3))).containsExactly("a", "b", "c");
    assertThat(ids(store.list(TENANT, "c", 3))).containsExactly("d");
    assertThat(store.list(TENANT, "d", 3)).isEmpty();
  }

  @Test
  void aRemovedLeadIsGoneAndCanBeSavedAnew() {
    store.save(TENANT, next(lead("a")), dossier("text"));

    assertThat(store.remove(TENANT, LeadId.of("a"))).isTrue();
    assertThat(store.remove(TENANT, LeadId.of("a"))).isFalse();
    assertThat(store.find(TENANT, LeadId.of("a"))).isEmpty();
    assertThat(store.save(TENANT, lead("a"), dossier("anew"))).isTrue();
  }

  @Test
  void aTenantDoesNotSeeTheLeadsOfAnotherOne() {
    store.save(TENANT, lead("a"), dossier("text"));

    assertThat(store.find(OTHER, LeadId.of("a"))).isEmpty();
    assertThat(store.list(OTHER, "", 10)).isEmpty();
    assertThat(store.remove(OTHER, LeadId.of("a"))).isFalse();
    assertThat(store.save(OTHER, lead("a"), dossier("theirs"))).isTrue();
    assertThat(text("a")).isEqualTo("text");
  }

  private String text(String id) {
    return store
        .find(TENANT, LeadId.of(id))
        .flatMap(s -> s.dossier().find(Note.KEY))
        .orElseThrow()
        .text();
  }

  private static List<String> ids(List<LeadStore.Stored> stored) {
    return stored.stream().map(s -> s.lead().id().value()).toList();
  }

  private static Lead lead(String id) {
    return Lead.of(LeadId.of(id), Company.named("Company " + id));
  }

  private static Lead next(Lead lead) {
    return lead.at(LeadStage.COMPLETED, LeadStatus.ENRICHED);
  }

  private static Dossier dossier(String text) {
    return Dossier.of(List.of(Note.entry(text)));
  }
}
