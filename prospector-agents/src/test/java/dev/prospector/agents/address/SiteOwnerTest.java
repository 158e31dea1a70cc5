package dev.prospector.agents.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteOwnerTest {

  @ParameterizedTest
  @CsvSource({
    "https://www.oak.example/, OWN, oak.example",
    "https://shop.oak.com.br/x, OWN, oak.com.br",
    "https://oak.weebly.com/, TENANT, oak.weebly.com",
    "https://www.oak.wordpress.com/, TENANT, oak.wordpress.com",
    "https://a.b.wixsite.com/home, TENANT, b.wixsite.com",
    "https://oak.my.canva.site/, TENANT, oak.my.canva.site",
    "https://oak.blogspot.com.uy/, TENANT, oak.blogspot.com.uy",
    "https://weebly.com/, OWN, weebly.com",
    "https://www.wix.com/, OWN, wix.com",
    "https://www.facebook.com/oak, PROFILE, ''",
    "https://m.facebook.com/, PROFILE, ''",
    "https://facebook.com.br/oak, PROFILE, ''",
    "https://maps.app.goo.gl/x, PROFILE, ''",
    "https://www.google.pt/maps/place/x, PROFILE, ''",
    "https://www.yelp.co.uk/biz/x, PORTAL, ''",
    "https://www.doctoralia.com.mx/dr-x, PORTAL, ''",
    "https://www.ebay.com/, OWN, ebay.com",
    "https://www.ebay.com/str/oak, PORTAL, ''",
    "https://myfacebook.com/, OWN, myfacebook.com",
    "https://facebook.oak.example/, OWN, oak.example",
    "https://notyelp.com/, OWN, notyelp.com",
    "http://192.0.2.1/, OWN, ''"
  })
  void tellsWhoseASiteIs(String url, SiteOwner.Kind kind, String domain) {
    SiteOwner owner = SiteOwner.of(WebAddress.parse(url).address().orElseThrow());
    assertThat(owner.kind()).isEqualTo(kind);
    assertThat(owner.domain().orElse("")).isEqualTo(domain);
  }
}
