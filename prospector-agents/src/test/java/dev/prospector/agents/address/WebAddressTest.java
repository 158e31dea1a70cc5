package dev.prospector.agents.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @ParameterizedTest
  @CsvSource({
    "HTTP://Example.COM, http://example.com/",
    "https://example.com:443/a, https://example.com/a",
    "http://example.com:8080, http://example.com:8080/",
    "http:\\\\example.com\\a\\..\\b, http://example.com/b",
    "http://example.com/a/%2e%2E/b/./c, http://example.com/b/c",
    "http://example.com/ü?q=ü#ü, http://example.com/%C3%BC?q=%C3%BC#%C3%BC",
    "http://bücher.de, http://xn--bcher-kva.de/",
    "http://faß.de, http://xn--fa-hia.de/",
    "http://B%C3%BCcher.de, http://xn--bcher-kva.de/",
    "http://ｅｘａｍｐｌｅ。com, http://example.com/",
    "http://0x7f.1, http://127.0.0.1/",
    "http://[2001:DB8:0:0::1]:80/, http://[2001:db8::1]/",
    "http://[::ffff:1.2.3.4]/, http://[::ffff:102:304]/"
  })
  void parsesAsBrowsersDo(String text, String href) {
    assertThat(WebAddress.parse(text).address()).map(WebAddress::href).contains(href);
  }

  @ParameterizedTest
  @CsvSource({
    "'', EMPTY",
    "'  \t', EMPTY",
    "example.com, RELATIVE",
    "/path, RELATIVE",
    "mailto:a@example.com, NOT_WEB",
    "javascript:alert(1), NOT_WEB",
    "file:///etc/passwd, NOT_WEB",
    "http://, BAD_HOST",
    "http:////, BAD_HOST",
    "http://a b/, BAD_HOST",
    "http://256.256.256.256/, BAD_HOST",
    "http://1.2.3.4.5/, BAD_HOST",
    "http://[::1/, BAD_HOST",
    "http://[1::2::3]/, BAD_HOST",
    "http://exa%00mple.com, BAD_HOST",
    "http://xn--a.ß, BAD_HOST",
    "http://example.com:65536/, BAD_PORT",
    "http://example.com:8o/, BAD_PORT",
    "http://user:secret@example.com/, USER_INFO",
    "http://good.example@evil.example/, USER_INFO"
  })
  void refusesWithAReason(String text, Rejection reason) {
    assertThat(WebAddress.parse(text).rejection()).contains(reason);
    assertThat(WebAddress.parse(text).address()).isEmpty();
  }

  @Test
  void dropsTabsAndLineEndsAsBrowsersDo() {
    assertThat(WebAddress.parse(" ht\ntp://exam\tple.com/\ra ").address())
        .map(WebAddress::href)
        .contains("http://example.com/a");
  }

  @Test
  void refusesWhatIsLongerThanAnAddressCanBe() {
    String text = "http://example.com/" + "a".repeat(20_000);

    assertThat(WebAddress.parse(text).rejection()).contains(Rejection.TOO_LONG);
  }

  @ParameterizedTest
  @CsvSource({
    "example.com/path, http://example.com/path",
    "//example.com, http://example.com/",
    "Example.com:8080, http://example.com:8080/",
    "https://example.com, https://example.com/"
  })
  void acceptsTypedAddressesWithoutScheme(String typed, String href) {
    assertThat(WebAddress.parseTyped(typed).address()).map(WebAddress::href).contains(href);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"n/a", "not informed", "localhost", "mailto:x@example.com", "a@b.com", "-"})
  void refusesTypedTextThatIsNoAddress(String typed) {
    assertThat(WebAddress.parseTyped(typed).address()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "contact, http://example.com/a/contact",
    "/contact, http://example.com/contact",
    "../x, http://example.com/x",
    "?q=2, http://example.com/a/b?q=2",
    "#top, http://example.com/a/b?q=1#top",
    "'', http://example.com/a/b?q=1",
    "//other.example/, http://other.example/",
    "http:c, http://example.com/a/c",
    "https:c.example, https://c.example/"
  })
  void resolvesLinks(String link, String href) {
    WebAddress base = WebAddress.parse("http://example.com/a/b?q=1#x").address().orElseThrow();

    assertThat(base.resolve(link).address()).map(WebAddress::href).contains(href);
  }

  @ParameterizedTest
  @CsvSource({
    "http://Example.com./?utm_source=x&b=2&a=1&gclid=z#top, http://example.com/?a=1&b=2",
    "http://example.com//a///b/, http://example.com/a/b/",
    "http://example.com/%7Euser/%41, http://example.com/~user/A",
    "http://example.com/?fbclid=abc, http://example.com/"
  })
  void hasOneCanonicalFormForTheSamePage(String text, String canonical) {
    assertThat(WebAddress.parse(text).address()).map(WebAddress::canonical).contains(canonical);
  }

  @Test
  void whateverIsAcceptedSurvivesParsingAgain() {
    Random random = new Random(5);
    List<String> parts =
        List.of(
            "http:",
            "https:",
            "/",
            "\\",
            "?",
            "#",
            "%",
            "%2e",
            "%41",
            ".",
            "..",
            ":",
            "80",
            "[",
            "]",
            "a",
            "B",
            "ü",
            "ß",
            "。",
            "\uD83D\uDE00",
            "\uD800",
            " ",
            "@",
            "xn--",
            "-",
            "::1",
            "&=",
            "'");
    int accepted = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(round % 2 == 0 ? "http://a" : "");
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(parts.get(random.nextInt(parts.size())));
      }
      Optional<WebAddress> address = WebAddress.parse(text.toString()).address();
      if (address.isPresent()) {
        accepted++;
        assertThat(WebAddress.parse(address.get().href()).address())
            .as("%s", text)
            .isEqualTo(address);
        String canonical = address.get().canonical();
        assertThat(WebAddress.parse(canonical).address())
            .as("%s", text)
            .map(WebAddress::canonical)
            .contains(canonical);
      }
    }
    assertThat(accepted).isGreaterThan(3_000);
  }
}
