package dev.prospector.agents.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.agents.company.CompanyFact.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyFactsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hoje somos mais de 200 colaboradores em duas fábricas.|200
          A empresa conta com cerca de 1.200 funcionários.|1200
          Nossa equipe de 35 profissionais está pronta.|35
          Contamos com 3 mil colaboradores no Brasil.|3000
          We are a team of 45 people in Leeds.|45
          The firm employs over 1,500 across Europe.|1500
          With 80 employees we are still a family business.|80
          Contamos con más de 120 empleados.|120
          Un equipo de 14 profesionales a su servicio.|14
          """)
  void findsHowManyPeopleWorkThere(String text, String people) {
    assertThat(values(text, Kind.EMPLOYEES)).containsExactly(people);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Software de ponto para empresas com até 50 funcionários.",
        "Atendemos empresas com mais de 100 colaboradores.",
        "For companies with 10 to 200 employees.",
        "Já treinamos mais de 5.000 funcionários.",
        "Planos a partir de R$ 20 por funcionário.",
        "Up to 25 employees included in the free plan."
      })
  void leavesOutOtherCompaniesPeople(String text) {
    assertThat(values(text, Kind.EMPLOYEES)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Fundada em 1987, a Souza é líder no setor.|1987
          A empresa foi criada em março de 2004 em Recife.|2004
          No mercado de embalagens desde 1975.|1975
          Desde 1962|1962
          Established in 1998 by two brothers.|1998
          Family-owned and in business since 1951.|1951
          Fundada en Madrid? No: fundada en 2001 en Bilbao.|2001
          Trabajando con calidad desde 1990.|1990
          Dal 1972 ci prendiamo cura della vostra auto.|1972
          Since 1994 we have looked after families in Leeds.|1994
          We are an independent practice that has cared for Harrogate since 1994.|1994
          Seit 1987 ist Weber Elektrotechnik der zuverlässige Partner in Kassel.|1987
          Seit 1950 backen wir Brot nach alter Art.|1950
          Depuis 1985, nous fabriquons des meubles sur mesure.|1985
          Desde 2003 fazemos bolos para festas em Recife.|2003
          Desde 1968 elaboramos quesos artesanos.|1968
          Desde 1990, a Souza é referência em embalagens.|1990
          Tradição em sorvetes artesanais desde 18 de novembro de 1989.|1989
          Artisan plombier depuis 1998, l'entreprise Garnier intervient à Dijon.|1998
          Opened in 2011, Summit Physio has grown.|2011
          Sou a Bruna e criei a Vet Lar em 2017.|2017
          Od 1995 roku projektujemy meble kuchenne.|1995
          Wij bakken sinds 1931 ons eigen brood.|1931
          """)
  void findsTheYearOfFounding(String text, String year) {
    assertThat(values(text, Kind.FOUNDED)).containsExactly(year);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Copyright 1999-2024 Acme",
        "We have used this supplier since 2019 for labels.",
        "A lei foi aprovada em 1990.",
        "Since 2015 we have been ISO 9001 certified.",
        "Seit 2020 bieten wir auch Photovoltaik an.",
        "Desde 2018 também atendemos aos sábados.",
        "Since 2019 we are in our new building.",
        "Depuis 2021 nous sommes membres du réseau.",
        "Desde 2016 somos distribuidor oficial da Acme.",
        "Since 2012 he has run our bakery.",
        "We have lived in Leeds since 2001.",
        "Dal 2020 siamo anche online.",
        "Seit 2011 ist unser Betrieb in neuen Räumen.",
        "Desde 2019 estamos na Rua das Flores.",
        "Dr. Rao has worked at the practice since 2003.",
        "Desde 2017 utilizamos este sistema.",
        "Desde 2020 o preço subiu 12% ao ano em média no país."
      })
  void leavesOutOtherYears(String text) {
    assertThat(values(text, Kind.FOUNDED)).isEmpty();
  }

  @Test
  void findsBranchesAndPlaces() {
    String text =
        "Temos 15 lojas no estado.\nAtuamos em São Paulo, Rio de Janeiro e Belo Horizonte.\n"
            + "We have offices in London, Paris and New York.";

    assertThat(values(text, Kind.BRANCHES)).containsExactly("15");
    assertThat(values(text, Kind.PLACE))
        .containsExactly(
            "São Paulo", "Rio de Janeiro", "Belo Horizonte", "London", "Paris", "New York");
  }

  @Test
  void findsCustomersThatAreNamed() {
    String text =
        "Atendemos clientes como Petrobras, Banco do Brasil e Ambev.\n"
            + "Trusted by Acme Foods and Northwind.";

    assertThat(values(text, Kind.CUSTOMER))
        .containsExactly("Petrobras", "Banco do Brasil", "Ambev", "Acme Foods", "Northwind");
  }

  @Test
  void findsTheItemsUnderAHeadingOfServices() {
    String text =
        "Nossos serviços\nTransporte de cargas\n• Armazenagem\nEntrega expressa\n\n"
            + "Fundada em 1990.";

    assertThat(values(text, Kind.SERVICE))
        .containsExactly("Transporte de cargas", "Armazenagem", "Entrega expressa");
  }

  @Test
  void takesNoMenuForServices() {
    assertThat(values("Home\nSobre\nServiços\nBlog\nContato", Kind.SERVICE)).isEmpty();
  }

  @Test
  void everyFactStandsInItsSentence() {
    String text = "Fundada em 1987, hoje tem 2 mil funcionários. Trusted by Acme.";

    assertThat(CompanyFacts.find(text)).hasSize(3);
    for (CompanyFact fact : CompanyFacts.find(text)) {
      assertThat(fact.start()).isGreaterThanOrEqualTo(fact.sentence().start());
      assertThat(fact.end()).isLessThanOrEqualTo(fact.sentence().end());
    }
    assertThat(text.substring(find(text, Kind.EMPLOYEES).start(), find(text, Kind.EMPLOYEES).end()))
        .isEqualTo("2 mil");
  }

  @Test
  void readsAnyText() {
    Random random = new Random(11);
    String[] parts = {
      "1987", "fundada em ", "equipe de ", "200", " funcionários", "\n", "Serviços\n", "• ", ", ",
      "Trusted by ", "Ab", " e ", "A", ". ", "\ud83d\ude00", "desde ", "offices in ", "mil "
    };
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(120); i > 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      for (CompanyFact fact : CompanyFacts.find(text.toString())) {
        assertThat(text.substring(fact.start(), fact.end())).isNotBlank();
        assertThat(fact.sentence().of(text.toString()))
            .contains(text.substring(fact.start(), fact.end()));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1,MICRO", "9,MICRO", "10,SMALL", "49,SMALL", "50,MEDIUM", "249,MEDIUM", "250,LARGE"})
  void bandsSizesAsTheEuropeanUnionDoes(int people, SizeBand band) {
    assertThat(SizeBand.of(people)).isEqualTo(band);
  }

  @Test
  void noBandHoldsNobody() {
    assertThatThrownBy(() -> SizeBand.of(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static CompanyFact find(String text, Kind kind) {
    return CompanyFacts.find(text).stream().filter(f -> f.kind() == kind).findFirst().orElseThrow();
  }

  private static List<String> values(String text, Kind kind) {
    return CompanyFacts.find(text).stream()
        .filter(fact -> fact.kind() == kind)
        .map(CompanyFact::value)
        .toList();
  }
}
