package dev.prospector.agents.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicSuffixListTest {

  private final PublicSuffixList list = PublicSuffixList.bundled();

  @ParameterizedTest
  @CsvSource({
    "www.Example.com, example.com",
    "www.example.com.br, example.com.br",
    "a.b.example.co.uk, example.co.uk",
    "loja.example.github.io, example.github.io",
    "blog.example.blogspot.com, example.blogspot.com",
    "b.test.ck, b.test.ck",
    "www.www.ck, www.ck",
    "www.食狮.公司.cn, 食狮.公司.cn",
    "www.xn--85x722f.xn--55qx5d.cn, xn--85x722f.xn--55qx5d.cn",
    "a.b.unheard-of, b.unheard-of",
    "www.example.com., example.com"
  })
  void namesTheRegisteredDomain(String host, String domain) {
    assertThat(list.registrableDomain(host)).contains(domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "com",
        "co.uk",
        "github.io",
        ".example.com",
        "a..com",
        "192.0.2.1",
        "[::1]",
        "ck",
        "test.ck",
        "printer.local",
        "localhost"
      })
  void findsNoDomainInSuffixesAddressesAndLocalNames(String host) {
    assertThat(list.registrableDomain(host)).isEmpty();
  }

  @Test
  void tellsPlatformsFromRegistries() {
    assertThat(list.isUnderPrivateSuffix("example.github.io")).isTrue();
    assertThat(list.isUnderPrivateSuffix("www.example.com.br")).isFalse();
    assertThat(list.suffix("www.example.com.br")).contains("com.br");
  }

  @Test
  void anotherListCanBeReadBesideTheBundledOne() throws IOException {
    PublicSuffixList own =
        PublicSuffixList.read(
            new StringReader("// own\nnew.example\n  // indented\n*.wild\n!kept.wild\n"));

    assertThat(own.registrableDomain("a.b.new.example")).contains("b.new.example");
    assertThat(own.registrableDomain("a.b.wild")).contains("a.b.wild");
    assertThat(own.registrableDomain("a.kept.wild")).contains("kept.wild");
    assertThat(own.registrableDomain("a.b.indented")).contains("b.indented");
    assertThat(list.registrableDomain("a.b.new.example")).contains("new.example");
  }

  @Test
  void anAddressKnowsItsDomain() {
    WebAddress address = WebAddress.parse("https://loja.example.com.br/").address().orElseThrow();

    assertThat(address.registrableDomain(list)).contains("example.com.br");
  }
}
