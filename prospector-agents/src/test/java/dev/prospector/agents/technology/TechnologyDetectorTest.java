package dev.prospector.agents.technology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.technology.Sighting.Place;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TechnologyDetectorTest {

  private static final String RESPONSE =
      """
      HTTP/1.1 200 OK
      Server: nginx/1.18.0
      Set-Cookie: PHPSESSID=abc; path=/
      X-Powered-By: PHP/8.1.2

      <html><head>
      <meta content="WordPress 6.4.2" name="generator">
      <script src='https://code.jquery.com/jquery-3.6.0.min.js'></script>
      <link rel="stylesheet" href="https://fonts.googleapis.com/css?family=Lato">
      </head><body>Hello</body></html>
      """;

  private final TechnologyDetector detector = new TechnologyDetector();

  @Test
  void findsTechnologiesInEveryPartOfAResponse() {
    assertThat(detect(RESPONSE, "Nginx").version()).contains("1.18.0");
    assertThat(detect(RESPONSE, "PHP").version()).contains("8.1.2");
    assertThat(detect(RESPONSE, "WordPress").version()).contains("6.4.2");
    assertThat(detect(RESPONSE, "jQuery").version()).contains("3.6.0");
    assertThat(detect(RESPONSE, "Google Font API").categories()).containsExactly("Font scripts");
    assertThat(detect(RESPONSE, "PHP").sightings())
        .extracting(Sighting::place)
        .contains(Place.HEADER, Place.COOKIE);
  }

  @Test
  void quotesThePassageThatShowsIt() {
    assertThat(quotes(detect(RESPONSE, "jQuery")))
        .anyMatch(quote -> quote.contains("jquery-3.6.0"));
    assertThat(quotes(detect(RESPONSE, "Nginx"))).containsExactly("nginx/1.18.0");
    assertThat(quotes(detect(RESPONSE, "WordPress"))).contains("WordPress 6.4.2");
  }

  @Test
  void namesWhatImpliesATechnology() {
    Detection mysql = detect(RESPONSE, "MySQL");

    assertThat(mysql.impliedBy()).contains("WordPress");
    assertThat(mysql.sightings()).isEmpty();
    assertThat(detect(RESPONSE, "PHP").impliedBy()).isEmpty();
  }

  @Test
  void aTechnologyWithoutItsGroundDoesNotCount() {
    String shop = "<script src=\"/x/woocommerce.js?ver=5.0\"></script>";

    assertThat(names(shop)).doesNotContain("WooCommerce");
    assertThat(names(shop + "<meta name=generator content=\"WordPress 6.0\">"))
        .contains("WooCommerce");
  }

  @Test
  void aTechnologyCanRuleAnotherOut() {
    String page =
        "<script src=\"/sweetalert2.js\"></script><script src=\"/sweet-alert.js\"></script>";

    assertThat(names(page)).contains("SweetAlert2").doesNotContain("SweetAlert");
  }

  @Test
  void weakSignsAddUpToConfidence() {
    Detection one = detect("<a class=\"x govuk-link\">", "GOV.UK Frontend");
    Detection two =
        detect("<body class=\"govuk-template__body\"><a class=\"govuk-link\">", "GOV.UK Frontend");

    assertThat(one.confidence()).isEqualTo(10);
    assertThat(two.confidence()).isEqualTo(90);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "<script src=\"https://d335luupugsy2.cloudfront.net/js/loader-scripts/1-loader.js\"> | RD Station",
        "<img src=\"https://loja.vteximg.com.br/arquivos/logo.png\"> | VTEX",
        "<script src=\"//acdn.mitiendanube.com/stores/1/x.js\"> | Nuvemshop",
        "<link href=\"https://cdn.awsli.com.br/production/style.css\"> | Loja Integrada",
        "<a href=\"https://pay.hotmart.com/A1\">Compre</a> | Hotmart",
        "<script>new BlipChat().build()</script> | Blip",
        "<script src=\"https://sdk.mercadopago.com/js/v2\"></script> | Mercado Pago",
        "<a href=\"https://wa.me/5511999999999\">Fale</a> | WhatsApp Business Chat",
        "<script id=\"__NEXT_DATA__\" type=\"application/json\"> | Next.js",
        "<script async src=\"https://www.googletagmanager.com/gtag/js?id=G-ABC1234567\"> | Google Analytics 4",
        "<script>s.src='https://snap.licdn.com/li.lms-analytics/insight.min.js'</script> | Linkedin Insight Tag",
        "<script src=\"//js.hs-scripts.com/123.js\"></script> | HubSpot",
        "<script src=\"https://leadbooster-chat.pipedrive.com/a.js\"></script> | Pipedrive",
        "<html data-wf-page=\"1\" data-wf-site=\"2\"> | Webflow",
        "<img src=\"https://framerusercontent.com/images/a.png\"> | Framer"
      })
  void knowsNewerAndBrazilianTools(String html, String technology) {
    assertThat(names(html)).contains(technology);
  }

  @Test
  void readsTheAddressOfThePage() {
    List<Detection> detections = detector.detect("<p>", "https://shop.myshopify.com/");

    assertThat(detections).extracting(Detection::technology).contains("Shopify");
  }

  @Test
  void plainWordsAboutATechnologyAreNone() {
    assertThat(names("<p>We migrate WordPress, Shopify and HubSpot sites. Server: nginx</p>"))
        .isEmpty();
  }

  @Test
  void aLineThatIsNoHeaderMeansThatThereAreNone() {
    assertThat(names("Welcome to our page\nServer: nginx\n\n<p>")).isEmpty();
  }

  @Test
  void hostilePagesEndWithinTheirAllowance() {
    detector.detect("<link href=bulma.css bootstrap font-awesome ".repeat(20_000), "");
    detector.detect("<".repeat(900_000), "");
    detector.detect("<script src=\"" + "a/".repeat(300_000) + "react", "");
    detector.detect("<meta name='".repeat(50_000), "");
    detector.detect("<" + "/binaries/a/".repeat(50_000) + "content/gallery", "");
  }

  @Test
  void everySightingLiesWithinTheTextOfItsPlace() {
    Random random = new Random(9);
    List<String> parts =
        List.of(
            "<script src=",
            "\"",
            "'",
            "jquery.js",
            ">",
            "<meta name=generator content=",
            "Joomla! 1.5",
            "\r\n",
            "\n\n",
            "Server: ",
            "Apache/2.4",
            "<link href=",
            "bootstrap.css",
            "wp-content/",
            "Ã");
    for (int round = 0; round < 2_000; round++) {
      StringBuilder page = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        page.append(parts.get(random.nextInt(parts.size())));
      }
      for (Detection detection : detector.detect(page.toString(), "")) {
        assertThat(detection.confidence()).isBetween(1, 100);
        assertThat(detection.sightings())
            .allMatch(s -> 0 <= s.start() && s.start() <= s.end() && s.end() <= page.length());
      }
    }
  }

  private List<String> names(String source) {
    return detector.detect(source, "").stream().map(Detection::technology).toList();
  }

  private Detection detect(String source, String technology) {
    Optional<Detection> detection =
        detector.detect(source, "").stream()
            .filter(d -> d.technology().equals(technology))
            .findFirst();
    assertThat(detection).as(technology).isPresent();
    return detection.orElseThrow();
  }

  private static List<String> quotes(Detection detection) {
    return detection.sightings().stream().map(s -> RESPONSE.substring(s.start(), s.end())).toList();
  }
}
