package dev.prospector.tracking.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.error.InputException;
import dev.prospector.http.HttpUrl;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPolicyTest {

  private static final Map<String, List<String>> NAMES =
      Map.of(
          "public.example", List.of("93.184.216.34", "2606:2800:220:1::1"),
          "inside.example", List.of("10.1.2.3"),
          "both.example", List.of("93.184.216.34", "192.168.0.1"),
          "empty.example", List.of());

  private final UrlPolicy strict = UrlPolicy.strict().resolvingBy(UrlPolicyTest::addresses);

  private static List<InetAddress> addresses(String host) throws UnknownHostException {
    if (host.matches("[0-9.]+|\\[.*]")) {
      return List.of(InetAddress.getByName(host));
    }
    List<String> found = NAMES.get(host);
    if (found == null) {
      throw new UnknownHostException(host);
    }
    List<InetAddress> all = new java.util.ArrayList<>();
    for (String address : found) {
      all.add(InetAddress.getByName(address));
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://public.example",
        "https://public.example:8443/hook?key=value",
        "HTTPS://public.example/",
        "https://8.8.8.8/",
        "https://[2606:4700::1111]/"
      })
  void publicAddressesOverTlsAreAllowed(String url) {
    assertThat(strict.objection(HttpUrl.parse(url))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://public.example/",
        "ftp://public.example/",
        "file:///etc/passwd",
        "jar:https://public.example!/",
        "https:public.example",
        "https:///hook",
        "//public.example/",
        "/hook",
        "https://user:password@public.example/",
        "https://inside.example/",
        "https://both.example/",
        "https://empty.example/",
        "https://unknown.example/",
        "https://127.0.0.1/",
        "https://127.127.127.127/",
        "https://0.0.0.0/",
        "https://169.254.169.254/latest/meta-data/",
        "https://3232235521/",
        "https://2130706433/",
        "https://0177.0x0.0x0.0x1/",
        "https://0177.0.0.1/",
        "https://012.0.0.1/",
        "https://127.1/",
        "https://168.63.129.16/",
        "https://0x7f000001/",
        "https://[::1]/",
        "https://[0:0:0:0:0:ffff:127.0.0.1]/",
        "https://[::ffff:192.0.2.1]/",
        "https://[fe80::1]/",
        "https://[64:ff9b::7f00:1]/"
      })
  void everythingElseIsRefused(String url) {
    assertThat(isAllowed(url)).isFalse();
  }

  /** What is no address of the web cannot even be registered. */
  private boolean isAllowed(String url) {
    try {
      return strict.objection(HttpUrl.parse(url)).isEmpty();
    } catch (InputException e) {
      return false;
    }
  }

  @Test
  void whatAHostAllowsItAllowsAlone() {
    HttpUrl http = HttpUrl.parse("http://public.example/");
    HttpUrl inside = HttpUrl.parse("https://inside.example/");
    HttpUrl both = HttpUrl.parse("http://127.0.0.1:8080/");

    assertThat(strict.allowingHttp().objection(http)).isEmpty();
    assertThat(strict.allowingHttp().objection(both)).isPresent();
    assertThat(strict.allowingPrivateAddresses().objection(inside)).isEmpty();
    assertThat(strict.allowingPrivateAddresses().objection(http)).isPresent();
    assertThat(strict.allowingHttp().allowingPrivateAddresses().objection(both)).isEmpty();
    assertThat(strict.allowingHttp().allowing("127.0.0.1", 8080).objection(both)).isEmpty();
    assertThat(strict.allowingHttp().allowing("127.0.0.1", 80).objection(both)).isPresent();
    assertThat(strict.allowing("127.0.0.1", 8080).objection(inside)).isPresent();
  }

  @Test
  void thePlatformsOwnNamesAreUsedUnlessOthersAreGiven() {
    assertThat(UrlPolicy.strict().objection(HttpUrl.parse("https://localhost/"))).isPresent();
  }
}
