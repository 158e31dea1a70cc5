package dev.prospector.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.lead.Tenant;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.privacy.SuppressionList.Kind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every suppression list promises. Extend it, and return an empty list. */
public abstract class SuppressionListContract {

  private static final Tenant TENANT = new Tenant("one");
  private static final Tenant OTHER = new Tenant("other");

  private SuppressionList list;

  /** Creates the contract. */
  protected SuppressionListContract() {}

  /** Returns an empty list. */
  protected abstract SuppressionList list();

  @BeforeEach
  void open() {
    list = list();
  }

  @Test
  void whoWasAddedIsOnTheListUntilRemoved() {
    list.add(TENANT, Kind.EMAIL, "ana@a.example");
    list.add(TENANT, Kind.EMAIL, "ana@a.example");

    assertThat(list.contains(TENANT, Kind.EMAIL, "ana@a.example")).isTrue();
    assertThat(list.contains(TENANT, Kind.EMAIL, "eva@a.example")).isFalse();
    assertThat(list.remove(TENANT, Kind.EMAIL, "ana@a.example")).isTrue();
    assertThat(list.remove(TENANT, Kind.EMAIL, "ana@a.example")).isFalse();
    assertThat(list.contains(TENANT, Kind.EMAIL, "ana@a.example")).isFalse();
  }

  @Test
  void kindsAndTenantsAreKeptApart() {
    list.add(TENANT, Kind.REGISTRATION_NUMBER, "11999998888");

    assertThat(list.contains(TENANT, Kind.PHONE, "11999998888")).isFalse();
    assertThat(list.contains(OTHER, Kind.REGISTRATION_NUMBER, "11999998888")).isFalse();
  }

  @Test
  void spellingVariantsOfAnEmailAddressAreOne() {
    list.add(TENANT, Kind.EMAIL, "Ana.Lima+news@Gmail.com");

    assertThat(List.of("ana.lima@gmail.com", "analima@gmail.com", " ANALIMA+x@googlemail.com"))
        .allMatch(spelling -> list.contains(TENANT, Kind.EMAIL, spelling));
    list.add(TENANT, Kind.EMAIL, "ana.lima@a.example");
    assertThat(list.contains(TENANT, Kind.EMAIL, "analima@a.example")).isFalse();
  }

  @Test
  void spellingVariantsOfAPhoneNumberAreOne() {
    list.add(TENANT, Kind.PHONE, "+55 (11) 99999-8888");

    assertThat(List.of("+5511999998888", "0055 11 99999 8888", "55.11.99999.8888"))
        .allMatch(spelling -> list.contains(TENANT, Kind.PHONE, spelling));
  }

  @Test
  void aPhoneNumberInNationalFormIsTheOneWithTheCodeOfItsCountry() {
    list.add(TENANT, Kind.PHONE, "(19) 3232-1234");
    list.add(TENANT, Kind.PHONE, "+44 20 7946 0958");
    list.add(TENANT, Kind.PHONE, "+351 21 123 4567");

    assertThat(
            List.of(
                "+55 19 3232-1234",
                "+551932321234",
                "0055 19 3232 1234",
                "019 3232-1234",
                "19 3232.1234",
                "020 7946 0958",
                "+442079460958",
                "21 123 4567"))
        .allMatch(spelling -> list.contains(TENANT, Kind.PHONE, spelling));
    assertThat(List.of("(11) 3232-1234", "+55 19 3232-1235", "7946 0958", "+351 21 123 4568"))
        .noneMatch(spelling -> list.contains(TENANT, Kind.PHONE, spelling));

    assertThat(list.remove(TENANT, Kind.PHONE, "(19) 3232-1234")).isTrue();
    assertThat(list.contains(TENANT, Kind.PHONE, "+55 19 3232-1234")).isFalse();
  }

  @Test
  void spellingVariantsOfADomainAreOne() {
    list.add(TENANT, Kind.DOMAIN, "www.Pão.example");

    assertThat(List.of("pão.example", java.net.IDN.toASCII("pão.example") + ".", "WWW.PÃO.EXAMPLE"))
        .allMatch(spelling -> list.contains(TENANT, Kind.DOMAIN, spelling));
  }

  @Test
  void spellingVariantsOfARegistrationNumberAreOne() {
    list.add(TENANT, Kind.REGISTRATION_NUMBER, "12.ABC.345/01DE-35");

    assertThat(list.contains(TENANT, Kind.REGISTRATION_NUMBER, "12abc34501de35")).isTrue();
  }

  @Test
  void spellingVariantsOfAPersonAtACompanyAreOne() {
    list.add(TENANT, Kind.PERSON_AT_COMPANY, "João da Silva\nPão & Cia.");

    assertThat(list.contains(TENANT, Kind.PERSON_AT_COMPANY, "joao  DA silva\npao cia")).isTrue();
    assertThat(list.contains(TENANT, Kind.PERSON_AT_COMPANY, "João da Silva\nOutra")).isFalse();
  }

  @Test
  void anyTextCanBeAskedForWithoutAnError() {
    for (Kind kind : Kind.values()) {
      for (String text : List.of("", " ", "@", "a..b", "\u0000", "x".repeat(500), "-.-")) {
        list.add(TENANT, kind, text);
        list.contains(TENANT, kind, text);
      }
      assertThat(list.contains(TENANT, kind, "")).as("nothing matches nothing").isFalse();
    }
  }
}
