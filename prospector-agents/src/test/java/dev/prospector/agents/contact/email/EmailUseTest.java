package dev.prospector.agents.contact.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmailUseTest {

  @Test
  void theFirstAddressIsOneToSellToAndApplicantsPrivacyAndPressComeLast() {
    List<String> found =
        List.of(
            "jobs@a.example",
            "imprensa@a.example",
            "dpo@a.example",
            "rh.sp@a.example",
            "noreply@a.example",
            "financeiro@a.example",
            "ana.prado@a.example",
            "contato@a.example",
            "vendas-sul@a.example");
    assertThat(found.stream().sorted(Comparator.comparing(EmailUseTest::use)).toList())
        .containsExactly(
            "vendas-sul@a.example",
            "contato@a.example",
            "ana.prado@a.example",
            "financeiro@a.example",
            "jobs@a.example",
            "rh.sp@a.example",
            "dpo@a.example",
            "imprensa@a.example",
            "noreply@a.example");
  }

  @Test
  void nobodySellsToMailboxesOfApplicantsComplaintsAndTheLaw() {
    assertThat(
            List.of(
                "vendas@a.example", "info@a.example", "ana.prado@a.example", "acctrec@a.example"))
        .allMatch(address -> use(address).takesOffers());
    assertThat(
            List.of(
                "jobs@a.example",
                "complaint.info@a.example",
                "reclamacoes@a.example",
                "dmca@a.example",
                "privacy@a.example",
                "press@a.example",
                "noreply@a.example"))
        .noneMatch(address -> use(address).takesOffers());
  }

  private static EmailUse use(String address) {
    return EmailUse.of(address, address.startsWith("ana") ? EmailKind.PERSONAL : EmailKind.ROLE);
  }
}
