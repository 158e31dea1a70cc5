package dev.prospector.adapter.export.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeniorityTest {

  @Test
  void whoOwnsOrLeadsComesBeforeWhoDirectsAndWhoManages() {
    List<List<String>> ranks =
        List.of(
            List.of(
                "CEO",
                "Sócio-administrador",
                "Founder & CTO",
                "Geschäftsführerin",
                "Dueño",
                "Diretora Geral",
                "Managing Director",
                "Proprietária"),
            List.of("CFO", "Diretor Comercial", "VP Sales", "Vice President, Sales", "Head of IT"),
            List.of("Sales Manager", "Gerente de compras", "Leiter Einkauf", "Jefe de ventas"),
            List.of("Clerk", "Assistant to the CEO", "Former CEO", "Secretária do diretor"),
            List.of("", " "));
    int above = Integer.MAX_VALUE;
    for (List<String> rank : ranks) {
      int here = Seniority.of(rank.get(0));
      assertThat(rank).allSatisfy(role -> assertThat(Seniority.of(role)).as(role).isEqualTo(here));
      assertThat(here).isLessThan(above);
      above = here;
    }
  }
}
