package dev.prospector.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.ConfigurationException;
import dev.prospector.evidence.value.NormalText;
import dev.prospector.evidence.value.ValueType;
import dev.prospector.evidence.value.ValueTypes;
import dev.prospector.money.Money;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final int ROUNDS = 300;

  enum Fleet {
    TRUCKS,
    VANS
  }

  private static final ValueType<Fleet> FLEET =
      ValueTypes.enumeration(
          Map.of(
              Fleet.TRUCKS, List.of("trucks", "caminhões"),
              Fleet.VANS, List.of("vans", "furgões")));

  /** A value of a type as a source may write it, and values that it does not write. */
  private record Written<T>(ValueType<T> type, T value, String quote, List<T> others) {}

  private final Random random = new Random(20261121);
  private final Evidence evidence = new Evidence(ConfidencePolicy.standard(), NOW);

  // ---- what every type of value must hold to

  @Test
  void aValueThatStandsInItsQuoteIsDerived() {
    everyType(
        (page, written) ->
            assertThat(claim(page, written).orElseThrow().derivation())
                .as(written.toString())
                .isEqualTo(Derivation.DERIVED));
  }

  @Test
  void anotherValueIsRefusedUnlessItIsAName() {
    everyType((page, written) -> expectOthersToFall(page, written));
    assertThat(evidence.rejections())
        .hasSizeGreaterThan(ROUNDS)
        .containsOnly(new Rejection("f", Rejection.Reason.NOT_DERIVED));
  }

  private <T> void expectOthersToFall(Snapshot page, Written<T> written) {
    for (T other : written.others()) {
      Optional<Claim<T>> claim = evidence.claim("f", written.type(), other, page, written.quote());
      assertThat(claim.isPresent())
          .as(other + " from " + written)
          .isEqualTo(written.type() == ValueTypes.PROPER_NAME);
      claim.ifPresent(
          c -> {
            assertThat(c.derivation()).isEqualTo(Derivation.QUOTED);
            assertThat(c.confidence()).isLessThanOrEqualTo(0.75);
          });
    }
  }

  @Test
  void aQuoteThatWasChangedIsNotFound() {
    everyType(
        (page, written) -> {
          String changed = changed(written.quote());
          if (!NormalText.of(page.text()).text().contains(NormalText.of(changed).text())) {
            assertThat(evidence.claim("f", ValueTypes.TEXT, "v", page, changed)).isEmpty();
          }
        });
    assertThat(evidence.rejections())
        .hasSizeGreaterThan(ROUNDS)
        .containsOnly(new Rejection("f", Rejection.Reason.QUOTE_NOT_FOUND));
  }

  @Test
  void aQuoteOfAPageThatWasChangedThereIsNotFound() {
    everyType(
        (page, written) -> {
          String text = page.text().replace(written.quote(), changed(written.quote()));
          if (!NormalText.of(text).text().contains(NormalText.of(written.quote()).text())) {
            Snapshot other = Snapshot.page(page.address(), text);
            assertThat(claim(other, written)).as(written.toString()).isEmpty();
          }
        });
  }

  @Test
  void aDigitMoreOrLessInPageAndQuoteChangesTheValue() {
    everyType(
        (page, written) -> {
          String quote = written.quote();
          List<Integer> digits = new ArrayList<>();
          for (int i = 0; i < quote.length(); i++) {
            if (Character.isDigit(quote.charAt(i))) {
              digits.add(i);
            }
          }
          if (!digits.isEmpty() && written.type() != FLEET) {
            int at = digits.get(random.nextInt(digits.size()));
            char other = (char) ('0' + (quote.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
            String changed = quote.substring(0, at) + other + quote.substring(at + 1);
            expectNothing(written, changed);
            // A zero more may be a trunk prefix or stand before a number without changing it.
            if (other != '0') {
              expectNothing(written, quote.substring(0, at) + other + quote.substring(at));
            }
          }
        });
  }

  private <T> void expectNothing(Written<T> written, String quote) {
    Snapshot page = Snapshot.page("https://a.example/", "before " + quote + " after");
    assertThat(evidence.claim("f", written.type(), written.value(), page, quote))
        .as(written.value() + " from '" + quote + "'")
        .isEmpty();
  }

  @Test
  void whiteSpaceQuotationMarksHyphensAndUnicodeFormDoNotMatter() {
    for (int round = 0; round < ROUNDS; round++) {
      String original = "“São Paulo” – l’água, auto-peças\u00a0e n.º 7 ﬁm 한국";
      String before = "😀 ".repeat(random.nextInt(3)) + "Zero. ";
      Snapshot page = Snapshot.page("https://a.example/", before + original + " 😀 tail");
      String quote = respelled(original);

      Claim<String> claim =
          evidence.claim("f", ValueTypes.TEXT, "São Paulo", page, quote).orElseThrow();

      assertThat(claim.quote()).as(quote).isEqualTo(original);
      assertThat(claim.span().of(page.text())).isEqualTo(claim.quote());
    }
  }

  private String respelled(String text) {
    String other = text;
    if (random.nextBoolean()) {
      other = Normalizer.normalize(other, Normalizer.Form.NFD);
    }
    if (random.nextBoolean()) {
      other = other.replaceAll("[“”]", "\"").replace('’', '\'');
    }
    if (random.nextBoolean()) {
      other = other.replace('–', '-').replace('-', '\u2011');
    }
    if (random.nextBoolean()) {
      other = other.replaceAll("[ \u00a0]", " \n\t ");
    }
    if (random.nextBoolean()) {
      other = "  " + other.replace("Paulo", "Pau\u00adlo") + " \n";
    }
    return random.nextBoolean() ? other.replace("ﬁ", "fi") : other;
  }

  @Test
  void spansCountCodePointsAndQuotesAreSlices() {
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder text = new StringBuilder();
      int length = 20 + random.nextInt(60);
      for (int i = 0; i < length; i++) {
        text.appendCodePoint(
            List.of(0x41, 0x20, 0xe3, 0x1f600, 0x2013, 0x1d400).get(random.nextInt(6)));
      }
      int start = text.offsetByCodePoints(0, random.nextInt(10));
      int end = text.offsetByCodePoints(start, 1 + random.nextInt(9));
      Snapshot page = Snapshot.page("https://a.example/", text.toString());

      Claim<String> claim =
          evidence.claim("f", ValueTypes.TEXT, "x", new Passage(page, start, end)).orElseThrow();

      int[] points = page.text().codePoints().toArray();
      Span span = claim.span();
      assertThat(new String(points, span.start(), span.end() - span.start()))
          .isEqualTo(claim.quote())
          .isEqualTo(page.text().substring(start, end));
    }
  }

  @Test
  void anyQuoteOfAnyTextIsAnOutcomeAndNoErrorAndNeverSplitsACharacter() {
    String[] pieces = {
      "a", " ", "😀", "\u0301", "½", "🄀", "\u00ad", "-", "\n", "ﬃ", "\ud83d", "각"
    };
    for (int round = 0; round < 20 * ROUNDS; round++) {
      Snapshot page = Snapshot.page("https://a.example/", junk(pieces, 12));
      String quote = junk(pieces, 4);
      Optional<Claim<String>> claim = evidence.claim("f", ValueTypes.TEXT, "x", page, quote);
      claim.ifPresent(c -> assertThat(c.span().of(page.text())).isEqualTo(c.quote()).isNotEmpty());
    }
  }

  private String junk(String[] pieces, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i >= 0; i--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }

  // ---- derivation is a reading, not a judgement that a caller hands in

  record Where(String street, String town) {}

  record Counted(String what, int count) {}

  private static List<Integer> numbers(String quote) {
    return Pattern.compile("[0-9]{1,9}")
        .matcher(quote)
        .results()
        .map(found -> Integer.valueOf(found.group()))
        .toList();
  }

  @Test
  void derivedCannotBeHadByAsking() {
    Snapshot page = Snapshot.page("https://a.example/", "in Leeds, 12 rooms");
    // It reads the same out of every quote, so out of none.
    ValueType<Integer> constant = ValueTypes.readBy(quote -> List.of(777));
    ValueType<Integer> rooms = ValueTypes.readBy(EvidenceTest::numbers);

    assertThat(evidence.claim("rooms", constant, 777, page, "in Leeds")).isEmpty();
    assertThat(evidence.claim("rooms", rooms, 777, page, "12 rooms")).isEmpty();
    assertThat(evidence.claim("rooms", rooms, 12, page, "12 rooms").orElseThrow().derivation())
        .isEqualTo(Derivation.DERIVED);
    assertThat(ValueType.class.isSealed()).isTrue();
    assertThat(ValueType.class.getPermittedSubclasses())
        .allMatch(type -> !java.lang.reflect.Modifier.isPublic(type.getModifiers()));
  }

  @Test
  void noValueBesideARealQuoteIsTakenUnlessCodeReadsItThere() {
    Snapshot page = Snapshot.page("https://a.example/", "We are a bakery in Leeds since 1990.");
    String quote = "in Leeds";

    assertThat(evidence.claim("f", ValueTypes.INTEGER, 777, page, quote)).isEmpty();
    assertThat(evidence.claim("f", ValueTypes.NUMBER, BigDecimal.TEN, page, quote)).isEmpty();
    assertThat(evidence.claim("f", ValueTypes.YEAR, Year.of(1991), page, quote)).isEmpty();
    assertThat(evidence.claim("f", ValueTypes.DATE, LocalDate.EPOCH, page, quote)).isEmpty();
    assertThat(evidence.claim("f", ValueTypes.MONEY, Money.of("5", "BRL"), page, quote)).isEmpty();
    assertThat(evidence.claim("f", ValueTypes.EMAIL, "a@b.example", page, quote)).isEmpty();
    assertThat(evidence.claim("f", ValueTypes.PHONE, "+551140028922", page, quote)).isEmpty();
    assertThat(evidence.claim("f", ValueTypes.URL, "https://b.example", page, quote)).isEmpty();
    assertThat(evidence.claim("f", ValueTypes.REGISTRATION_NUMBER, "12345678", page, quote))
        .isEmpty();
    assertThat(evidence.claim("f", FLEET, Fleet.TRUCKS, page, quote)).isEmpty();
    assertThat(
            evidence.claim(
                "f", ValueTypes.recordOf(Where.class), new Where("", "York"), page, quote))
        .isEmpty();
    assertThat(evidence.claim("f", ValueTypes.TEXT, "a Yorkshire town", page, quote)).isPresent();
    assertThat(evidence.claim("f", ValueTypes.PROPER_NAME, "Leeds Bakers", page, quote))
        .isPresent();
  }

  @Test
  void aRecordIsDerivedWhenEachOfItsPartsStandsInTheQuote() {
    ValueType<Where> where = ValueTypes.recordOf(Where.class);
    String quote = "Rua das Flores, 12 \u2014 Araçatuba";

    assertThat(where.derives(new Where("Rua das Flores, 12", "ARACATUBA"), quote)).isTrue();
    assertThat(where.derives(new Where("", "Araçatuba"), quote)).isTrue();
    assertThat(where.derives(new Where("Rua das Flores, 1", "Araçatuba"), quote)).isFalse();
    assertThat(where.derives(new Where("Rua das Flores, 12", "Bauru"), quote)).isFalse();
    assertThat(where.derives(new Where("", ""), quote)).isFalse();
    assertThatThrownBy(() -> ValueTypes.recordOf(Counted.class))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'count'");
  }

  @Test
  void moneyIsANumberBesideItsOwnCurrency() {
    String text = "12 trucks for R$ 6,8 milhões, US$ 5 a day or 30 euros";
    Snapshot page = Snapshot.page("https://a.example/", text);
    for (Money read :
        List.of(Money.of("6800000", "BRL"), Money.of("5", "USD"), Money.of("30", "EUR"))) {
      assertThat(evidence.claim("f", ValueTypes.MONEY, read, page, text)).as("" + read).isPresent();
    }
    for (Money other :
        List.of(Money.of("12", "BRL"), Money.of("6.8", "BRL"), Money.of("30", "USD"))) {
      assertThat(evidence.claim("f", ValueTypes.MONEY, other, page, text)).as("" + other).isEmpty();
    }
  }

  @Test
  void anAreaCodeThatIsWrittenOnceHoldsForTheNumbersBehindIt() {
    Map<String, List<String>> written =
        Map.of(
            "+551934345621",
                List.of(
                    "(19) 3434-5620 / 3434-5621",
                    "19 3434 5620 e 3434 5621",
                    "(19) 3434-5620 / 5621",
                    "(019) 3434-5620, 3434-5621"),
            "+493411234568", List.of("(0341) 1234567 / 1234568"));
    written.forEach(
        (number, quotes) ->
            quotes.forEach(
                quote -> assertThat(ValueTypes.PHONE.derives(number, quote)).as(quote).isTrue()));
    for (String quote :
        List.of(
            "3434-5621",
            "(11) 3434-5620 / 3434-5621",
            "(19) 3434-5621 / 3434-5620 x",
            "(19) 3434-5620 / 3434-5622",
            "19 de maio, 3434-5621")) {
      assertThat(ValueTypes.PHONE.derives("+551934345621", quote)).as(quote).isFalse();
    }
  }

  @Test
  void phonesAreReadInTheOlderFormsOfTheirCountries() {
    Map<String, List<String>> written =
        Map.of(
            "+5531988001234", List.of("(31) 8800-1234", "031 8800 1234", "+55 31 8800-1234"),
            "+525512345678", List.of("044 55 1234 5678", "+52 1 55 1234 5678", "01 55 1234 5678"),
            "+5491123456780", List.of("(011) 15-2345-6780", "11 15 2345 6780"));
    written.forEach(
        (number, quotes) ->
            quotes.forEach(
                quote -> assertThat(ValueTypes.PHONE.derives(number, quote)).as(quote).isTrue()));
    assertThat(ValueTypes.PHONE.derives("+5531988001234", "8800-1234")).isFalse();
    assertThat(ValueTypes.PHONE.derives("+553133001234", "(31) 93300-1234")).isFalse();
    assertThat(ValueTypes.PHONE.derives("+525512345678", "1234 5678")).isFalse();
  }

  @Test
  void theOccurrenceThatCutsNoNumberIsMeant() {
    Snapshot page = Snapshot.page("https://a.example/", "1250 rooms in all, 12 here");

    assertThat(evidence.claim("f", ValueTypes.INTEGER, 12, page, "12").orElseThrow().span().start())
        .isEqualTo(19);
  }

  // ---- confidence

  @Test
  void confidenceDependsOnWhereTheWordsStand() {
    Snapshot page = Snapshot.page("https://a.example/", "tel:+551140028922");
    double link = phone(page, Placement.LINK);
    double others = phone(page, Placement.OTHERS);

    assertThat(link).isGreaterThan(others);
  }

  @Test
  void aValueThatTwoPlacesOfAPageStateIsSurerThanOneThatOneStates() {
    Snapshot page = Snapshot.page("https://a.example/", "tel:+551140028922 \n +55 11 4002-8922");
    List<Claim<String>> both = new ArrayList<>();
    evidence
        .claim("phone", ValueTypes.PHONE, "+551140028922", new Passage(page, 0, 17, Placement.MAIN))
        .ifPresent(both::add);
    evidence
        .claim(
            "phone", ValueTypes.PHONE, "+551140028922", new Passage(page, 20, 36, Placement.DATA))
        .ifPresent(both::add);

    assertThat(both).hasSize(2);
    assertThat(evidence.findings(both).get(0).confidence())
        .isGreaterThanOrEqualTo(both.get(0).confidence())
        .isGreaterThan(both.get(1).confidence() - 0.001);
  }

  private double phone(Snapshot page, Placement placement) {
    Passage passage = new Passage(page, 0, page.text().length(), placement);
    return evidence
        .claim("phone", ValueTypes.PHONE, "+551140028922", passage)
        .orElseThrow()
        .confidence();
  }

  // ---- mistakes that must stay impossible

  @Test
  void aQuoteThatMatchesNothingIsNeverGivenTheFirstSourcesAddress() {
    Snapshot first = Snapshot.page("https://first.example/", "We have 12 trucks.");

    assertThat(evidence.claim("fleet", ValueTypes.INTEGER, 40, first, "40 trucks")).isEmpty();
    assertThat(evidence.claim("fleet", ValueTypes.INTEGER, 12, first, "")).isEmpty();
    assertThat(evidence.rejections())
        .containsExactly(
            new Rejection("fleet", Rejection.Reason.QUOTE_NOT_FOUND),
            new Rejection("fleet", Rejection.Reason.EMPTY_QUOTE));
    assertThat(Claim.class.getConstructors()).isEmpty();
  }

  @Test
  void unknownIsNotNo() {
    Fact<Integer> nobodySaid = evidence.fact(List.of());
    Snapshot page = Snapshot.page("https://a.example/", "We have no branch offices.");
    Fact<Integer> none =
        evidence.absent(
            List.of(
                evidence
                    .claim("branches", ValueTypes.TEXT, "none", page, "no branch offices")
                    .orElseThrow()));

    assertThat(nobodySaid).isInstanceOf(Fact.Unknown.class);
    assertThat(evidence.absent(List.of())).isInstanceOf(Fact.Unknown.class);
    assertThat(none).isInstanceOf(Fact.Absent.class);
    assertThat(nobodySaid.value()).isEmpty();
    assertThatThrownBy(() -> new Fact.Known<Integer>(List.of(), 0.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Fact.Absent<Integer>(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aContradictionKeepsBothSidesWithTheirSources() {
    Claim<Integer> one = employees("https://a.example/", "180 employees", 180);
    Claim<Integer> other = employees("https://b.example/", "240 employees", 240);

    Fact<Integer> fact = evidence.fact(List.of(one, other));

    assertThat(fact).isInstanceOf(Fact.Contradicted.class);
    assertThat(fact.value()).isEmpty();
    assertThat(fact.claims()).hasSize(2).doesNotHaveDuplicates();
    ((Fact.Contradicted<Integer>) fact)
        .sides()
        .forEach(side -> assertThat(side.confidence()).isLessThan(one.confidence()));
  }

  @Test
  void aMirrorOfOneTextIsNoSecondWitness() {
    Claim<Integer> one = employees("https://a.example/", "180 employees", 180);
    Claim<Integer> mirror = employees("https://mirror.example/", "180 employees", 180);
    Claim<Integer> independent = employees("https://b.example/", "a team of 180", 180);

    double alone = evidence.findings(List.of(one)).get(0).confidence();
    assertThat(evidence.findings(List.of(one, mirror)).get(0).confidence()).isEqualTo(alone);
    assertThat(evidence.findings(List.of(one, independent)).get(0).confidence())
        .isGreaterThan(alone);
  }

  @Test
  void whatIsOnlyQuotedNeverReachesTheTopHoweverManySayIt() {
    List<Claim<String>> claims = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Snapshot page =
          Snapshot.page("https://s" + i + ".example/", "they are big, says source " + i);
      claims.add(
          evidence.claim("size", ValueTypes.TEXT, "large", page, "they are big").orElseThrow());
    }
    assertThat(evidence.findings(claims).get(0).confidence()).isLessThanOrEqualTo(0.75);
  }

  @Test
  void aPassageThatCutsAWordOrNumberDerivesNothing() {
    String text = "We run 1250 trucks, paid 1.500 and 3,5 to Banana Ltda";
    Snapshot page = Snapshot.page("https://a.example/", text);
    Map<String, BigDecimal> cut =
        Map.of("125", new BigDecimal(125), "250", new BigDecimal(250), "500", new BigDecimal(500));
    cut.forEach(
        (quote, value) ->
            assertThat(evidence.claim("f", ValueTypes.NUMBER, value, page, quote))
                .as(quote)
                .isEmpty());
    assertThat(
            evidence
                .claim("f", ValueTypes.PROPER_NAME, "Ana", page, "ana")
                .orElseThrow()
                .derivation())
        .isEqualTo(Derivation.QUOTED);
    assertThat(
            evidence
                .claim("f", ValueTypes.NUMBER, new BigDecimal(1250), page, "1250")
                .orElseThrow()
                .derivation())
        .isEqualTo(Derivation.DERIVED);
  }

  @Test
  void aPartOfARegistrationNumberIsAnotherNumber() {
    String cnpj = "12.345.678/0001-95";
    Snapshot page = Snapshot.page("https://a.example/", "CNPJ " + cnpj + " - Matriz, 11 3333-4444");
    for (String part :
        List.of("123456780001", "345678000195", "12345678", "12345678000195113333")) {
      assertThat(evidence.claim("n", ValueTypes.REGISTRATION_NUMBER, part, page, page.text()))
          .as(part)
          .isEmpty();
    }
    for (String quote : List.of(cnpj, "CNPJ " + cnpj, cnpj + " - Matriz", page.text())) {
      assertThat(
              evidence
                  .claim("n", ValueTypes.REGISTRATION_NUMBER, "12345678000195", page, quote)
                  .orElseThrow()
                  .derivation())
          .as(quote)
          .isEqualTo(Derivation.DERIVED);
    }
  }

  private Claim<Integer> employees(String address, String text, int value) {
    return evidence
        .claim("employees", ValueTypes.INTEGER, value, Snapshot.page(address, text), text)
        .orElseThrow();
  }

  // ---- generated values

  /** What is done with each generated value. */
  private interface Check {
    void check(Snapshot page, Written<?> written);
  }

  private void everyType(Check check) {
    for (int round = 0; round < ROUNDS; round++) {
      for (Written<?> written :
          List.of(
              email(),
              phone(),
              url(),
              date(),
              year(),
              number(),
              money(),
              registration(),
              name(),
              enumeration())) {
        String text = "Zero 😀 — " + filler() + " " + written.quote() + " " + filler() + ". Fim";
        check.check(Snapshot.page("https://a.example/", text), written);
      }
    }
  }

  private <T> Optional<Claim<T>> claim(Snapshot page, Written<T> written) {
    return evidence.claim("f", written.type(), written.value(), page, written.quote());
  }

  private String filler() {
    return List.of("nossa empresa", "we are here", "la empresa", "contato", "é assim")
        .get(random.nextInt(5));
  }

  /** Another letter or digit in the place of one, never the same one. */
  private String changed(String quote) {
    int at;
    do {
      at = random.nextInt(quote.length());
    } while (!Character.isLetterOrDigit(quote.charAt(at)));
    char c = quote.charAt(at) == 'ж' ? 'щ' : 'ж';
    return quote.substring(0, at) + c + quote.substring(at + 1);
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int i = 3 + random.nextInt(6); i > 0; i--) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder().append((char) ('1' + random.nextInt(9)));
    while (digits.length() < count) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  private Written<String> email() {
    String value = word() + "." + word() + "@" + word() + ".com.br";
    String quote = random.nextBoolean() ? value : value.toUpperCase(Locale.ROOT);
    return new Written<>(
        ValueTypes.EMAIL, value, quote, List.of("x" + value, value + ".x", value.substring(1)));
  }

  private Written<String> phone() {
    String area = digits(2);
    String one = "9" + digits(4);
    String two = digits(4);
    String value = "+55" + area + one + two;
    String quote =
        switch (random.nextInt(4)) {
          case 0 -> "(" + area + ") " + one + "-" + two;
          case 1 -> "+55 " + area + " " + one + " " + two;
          case 2 -> "0" + area + " " + one + "." + two;
          default -> "+55 (" + area + ") " + one + "-" + two;
        };
    return new Written<>(
        ValueTypes.PHONE,
        value,
        quote,
        List.of(value + "1", value.substring(0, value.length() - 1), "+55" + one + two + area));
  }

  private Written<String> url() {
    String host = word() + ".com";
    String path = "/" + word();
    String quote =
        List.of("https://www.", "http://", "www.", "").get(random.nextInt(4)) + host + path;
    return new Written<>(
        ValueTypes.URL,
        "https://" + host + path,
        quote,
        List.of("https://" + host, "https://x" + host + path, "https://" + host + path + "x"));
  }

  private Written<LocalDate> date() {
    LocalDate value =
        LocalDate.of(1990 + random.nextInt(40), 1 + random.nextInt(12), 13 + random.nextInt(15));
    String month =
        List.of(
                "janeiro",
                "fevereiro",
                "março",
                "abril",
                "maio",
                "junho",
                "julho",
                "agosto",
                "setembro",
                "outubro",
                "novembro",
                "dezembro")
            .get(value.getMonthValue() - 1);
    String quote =
        switch (random.nextInt(3)) {
          case 0 -> value.toString();
          case 1 -> value.getDayOfMonth() + " de " + month + " de " + value.getYear();
          default ->
              String.format(
                  Locale.ROOT,
                  "%02d/%02d/%d",
                  value.getDayOfMonth(),
                  value.getMonthValue(),
                  value.getYear());
        };
    return new Written<>(
        ValueTypes.DATE,
        value,
        quote,
        List.of(value.plusDays(1), value.plusMonths(1), value.plusYears(1)));
  }

  private Written<Year> year() {
    int value = 1900 + random.nextInt(127);
    return new Written<>(
        ValueTypes.YEAR,
        Year.of(value),
        "since " + value,
        List.of(Year.of(value + 1), Year.of(value - 10)));
  }

  private Written<BigDecimal> number() {
    int value = 10_000 + random.nextInt(900_000);
    boolean points = random.nextBoolean();
    String grouped = String.format(Locale.ROOT, "%,d", value);
    String quote = (points ? grouped.replace(',', '.') : grouped) + " km";
    return new Written<>(
        ValueTypes.NUMBER,
        new BigDecimal(value),
        quote,
        List.of(
            new BigDecimal(value + 1), new BigDecimal(value * 10), new BigDecimal(value % 1000)));
  }

  private Written<Money> money() {
    int value = 1_000 + random.nextInt(900_000);
    String grouped = String.format(Locale.ROOT, "%,d", value).replace(',', '.');
    String quote = List.of("R$ ", "R$", "BRL ").get(random.nextInt(3)) + grouped + ",50";
    return new Written<>(
        ValueTypes.MONEY,
        Money.of(value + ".50", "BRL"),
        quote,
        List.of(
            Money.of(value + ".50", "EUR"),
            Money.of(value + ".50", "USD"),
            Money.of(value + ".51", "BRL"),
            Money.of(value + "", "BRL")));
  }

  private Written<String> registration() {
    String d = digits(14);
    String quote =
        random.nextBoolean()
            ? d
            : d.substring(0, 2)
                + "."
                + d.substring(2, 5)
                + "."
                + d.substring(5, 8)
                + "/"
                + d.substring(8, 12)
                + "-"
                + d.substring(12);
    return new Written<>(
        ValueTypes.REGISTRATION_NUMBER,
        d,
        quote,
        List.of(d + "1", d.substring(0, 12), d.substring(2), "1" + d));
  }

  private Written<String> name() {
    String value = "Ana " + word() + " Conceição";
    return new Written<>(
        ValueTypes.PROPER_NAME,
        value,
        value.toUpperCase(Locale.ROOT),
        List.of(value + "x", "Eva " + value.substring(4), value + " Filho"));
  }

  private Written<Fleet> enumeration() {
    boolean trucks = random.nextBoolean();
    return new Written<>(
        FLEET,
        trucks ? Fleet.TRUCKS : Fleet.VANS,
        "temos " + random.nextInt(90) + (trucks ? " CAMINHÕES" : " furgões"),
        List.of(trucks ? Fleet.VANS : Fleet.TRUCKS));
  }
}
