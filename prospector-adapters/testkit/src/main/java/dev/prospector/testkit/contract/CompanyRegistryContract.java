package dev.prospector.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.registry.CompanyRegistry;
import dev.prospector.registry.CompanyRegistry.RegistryRecord;
import dev.prospector.registry.RegistryLookup;
import org.junit.jupiter.api.Test;

/**
 * What every register promises. Extend it, and return a register that has one record under {@link
 * #COUNTRY} and {@link #NUMBER}.
 */
public abstract class CompanyRegistryContract {

  /** The country of the record. */
  public static final String COUNTRY = "BR";

  /** The number of the record. */
  public static final String NUMBER = "11222333000181";

  /** Creates the contract. */
  protected CompanyRegistryContract() {}

  /** Returns a register of that one record. */
  protected abstract CompanyRegistry registry();

  @Test
  void aRecordIsFoundByCountryAndNumber() throws Exception {
    assertThat(registry().isConfigured()).isTrue();
    assertThat(registry().find(COUNTRY, NUMBER).found()).isPresent();
  }

  @Test
  void everyPartOfARecordCanBeQuotedFromItsText() throws Exception {
    RegistryRecord record = registry().find(COUNTRY, NUMBER).found().orElseThrow();

    assertThat(record.text()).contains(record.legalName());
    assertThat(record.address()).isNotBlank();
    if (record.activityCode() != null) {
      assertThat(record.text()).contains(record.activityCode());
    }
    if (record.status() != null) {
      assertThat(record.text()).contains(record.status());
    }
  }

  @Test
  void aNumberThatTheRegisterDoesNotHaveIsAnEmptyResultAndNoError() throws Exception {
    RegistryLookup none = new RegistryLookup.Absent();
    assertThat(registry().find(COUNTRY, "00000000000000")).isEqualTo(none);
    assertThat(registry().find("ZZ", NUMBER)).isEqualTo(none);
  }

  @Test
  void theIdentityIsNotBlankAndTheSameForARegisterOfTheSame() {
    assertThat(registry().identity()).isNotBlank().isEqualTo(registry().identity());
  }
}
