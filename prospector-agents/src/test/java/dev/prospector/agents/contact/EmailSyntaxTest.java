package dev.prospector.agents.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.contact.email.EmailSyntax;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailSyntaxTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vendas@empresa.com.br",
        "first.last+tag@sub.company.co.uk",
        "o'neil@company.ie",
        "info@xn--mnchen-3ya.de",
        "info@münchen.de"
      })
  void anAddressThatABusinessPublishesIsUsable(String address) {
    assertThat(EmailSyntax.of(address)).isEqualTo(EmailSyntax.USABLE);
  }

  @Test
  void lettersOutsideAsciiBeforeTheAtSignNeedInternationalMail() {
    assertThat(EmailSyntax.of("josé@empresa.com")).isEqualTo(EmailSyntax.INTERNATIONAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a b\"@company.com",
        "info@[192.0.2.1]",
        "info@[IPv6:2001:db8::1]",
        "info@intranet",
        "info@printer.local",
        "info@host.test",
        "info@10.0.0.1"
      })
  void whatTheStandardPermitsButNobodyPublishesIsUnusual(String address) {
    assertThat(EmailSyntax.of(address)).isEqualTo(EmailSyntax.UNUSUAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "info",
        "info@",
        "@company.com",
        "a..b@company.com",
        ".a@company.com",
        "a@-company.com",
        "a@company-.com",
        "a@company..com",
        "a b@company.com",
        "(office)info@company.com",
        "info@company.com\n",
        "info@[IPv6:1::2::3]",
        "info@ab--cd.com",
        "info@☺.com",
        "a\u202eb@company.com"
      })
  void everythingElseIsInvalid(String address) {
    assertThat(EmailSyntax.of(address)).isEqualTo(EmailSyntax.INVALID);
  }

  @Test
  void lengthsAreBounded() {
    String label = "a".repeat(63);
    assertThat(EmailSyntax.of("a".repeat(64) + "@company.com")).isEqualTo(EmailSyntax.USABLE);
    assertThat(EmailSyntax.of("a".repeat(65) + "@company.com")).isEqualTo(EmailSyntax.INVALID);
    assertThat(EmailSyntax.of("a@" + label + ".com")).isEqualTo(EmailSyntax.USABLE);
    assertThat(EmailSyntax.of("a@a" + label + ".com")).isEqualTo(EmailSyntax.INVALID);
    assertThat(EmailSyntax.of("a@" + (label + ".").repeat(4) + "com"))
        .isEqualTo(EmailSyntax.INVALID);
  }

  @Test
  void noTextMakesItThrow() {
    Random random = new Random(5);
    String signs = "a.@\"\\[]():;<>-_ é\u0301\ud83d\ude00xn--IPv6:1.\u0000\n";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(20); n > 0; n--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      assertThat(EmailSyntax.of(text.toString())).isNotNull();
    }
  }
}
