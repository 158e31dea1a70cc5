package dev.prospector.agents.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.page.PageText.Region;
import dev.prospector.agents.page.layout.PageRole;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageTest {

  private static final String URL = "https://example.com/pt/sobre/";

  @Test
  void eachBlockElementIsOneLine() {
    assertThat(visible("<p>One <b>bold</b>\n word</p><div>Two<br>Three</div><ul><li>a<li>b</ul>"))
        .containsExactly("One bold word", "Two", "Three", "a", "b");
  }

  @Test
  void cellsOfADataRowAreSeparatedByTabs() {
    assertThat(visible("<table><tr><th>Day<th>Hours<tr><td>Mon<td><p>9-17</p></table>"))
        .containsExactly("Day\tHours", "Mon\t9-17");
  }

  @Test
  void cellsThatLayOutAPageAreLinesOfTheirOwn() {
    assertThat(visible("<table><tr><td><ul><li>Home</ul><td><h1>Us</h1><p>We</p></table>"))
        .containsExactly("Home", "Us", "We");
  }

  @Test
  void whatAReaderDoesNotSeeIsLeftOut() {
    String filler = "<p>" + "Visible words of the page. ".repeat(10) + "</p>";
    assertThat(
            visible(
                filler
                    + "<script>a</script><style>b</style><template>c</template><p hidden>d</p>"
                    + "<p style='color:red; DISPLAY : none'>e</p><noscript>f</noscript>"))
        .hasSize(1);
  }

  @Test
  void aPageThatOnlyAScriptWouldShowIsReadAnyway() {
    String hidden = "<div style='display:none'><p>We make bread in Lisbon since 1950.</p></div>";
    assertThat(visible(hidden)).containsExactly("We make bread in Lisbon since 1950.");
  }

  @Test
  void softHyphensAndHalfCharactersDoNotReachTheText() {
    Page page = Page.parse("<p>Hand&shy;werk\ud83d und&nbsp; mehr</p>", URL);
    assertThat(page.mainText()).isEqualTo("Handwerk\ufffd und mehr\n");
  }

  @Test
  void linksAreResolvedDecodedAndListedOnce() {
    Page page =
        Page.parse(
            "<a href='../contato?a=1&amp;b=2'>Fale</a><a href='/pt/contato?a=1&amp;b=2'>x</a>"
                + "<a href='mailto:a%40b.com?subject=Oi%20l%C3%A1'>Mail</a>"
                + "<a href='TEL:+55%2011%204002-8922'>Tel</a><a href='#top'>Top</a>"
                + "<a href='https://api.whatsapp.com/send?phone=%2B5511912345678'>Zap</a>"
                + "<a href='javascript:void(0)'>No</a>",
            URL);
    assertThat(page.links())
        .containsExactly(
            new PageLink("https://example.com/pt/contato?a=1&b=2", "Fale", false, PageRole.OWN),
            new PageLink("mailto:a@b.com?subject=Oi lá", "Mail", false, PageRole.OWN),
            new PageLink("tel:+55 11 4002-8922", "Tel", false, PageRole.OWN),
            new PageLink(
                "https://api.whatsapp.com/send?phone=+5511912345678", "Zap", false, PageRole.OWN));
  }

  @Test
  void aMailAddressHiddenByCloudflareIsReadAndMarked() {
    String key = cloak("sales@example.com");
    Page page =
        Page.parse(
            "<a href='/cdn-cgi/l/email-protection#"
                + key
                + "'><span data-cfemail='"
                + key
                + "'>[email&#160;protected]</span></a>",
            URL);
    assertThat(page.links())
        .containsExactly(
            new PageLink("mailto:sales@example.com", "[email protected]", true, PageRole.OWN));
    assertThat(page.text().text()).contains("mailto:sales@example.com\t[email protected]\tcloaked");
  }

  @Test
  void everyRegionHoldsItsPartOfTheText() {
    String article = "<p>" + "We bake bread for the whole town, every day of the year. ".repeat(8);
    Page page =
        Page.parse(
            "<html lang=en><head><title> A\nbakery</title><meta name=description content='Bread'>"
                + "<link rel=canonical href='/bakery'></head><body><nav><a href='/'>Home</a></nav>"
                + "<main>"
                + article
                + "</main><footer>12 Mill Lane</footer>",
            URL);
    PageText text = page.text(List.of("Organization.name\tA bakery"));
    assertThat(region(text, Region.Kind.TITLE)).isEqualTo("A bakery");
    assertThat(region(text, Region.Kind.MAIN)).startsWith("We bake").doesNotContain("Mill Lane");
    assertThat(text.regions(Region.Kind.SURROUNDING)).hasSize(2);
    assertThat(text.text(text.regions(Region.Kind.SURROUNDING).get(1))).isEqualTo("12 Mill Lane");
    assertThat(region(text, Region.Kind.LINKS)).isEqualTo("https://example.com/\tHome");
    assertThat(region(text, Region.Kind.META))
        .isEqualTo("description\tBread\ncanonical\thttps://example.com/bakery\nlang\ten");
    assertThat(region(text, Region.Kind.STRUCTURED)).isEqualTo("Organization.name\tA bakery");
  }

  @Test
  void aHomePageWithoutArticleKeepsItsSectionsAsMainContent() {
    Page page =
        Page.parse(
            "<body><header><nav><ul><li><a href=a>Home</a><li><a href=b>Contact</a></ul></nav>"
                + "</header><div><section><h2>Bread</h2><p>Fresh from the oven each day.</p>"
                + "</section><section><h2>Cakes</h2><p>For weddings and birthdays.</p></section>"
                + "<section><h2>Coffee</h2><p>Roasted in our own house.</p></section></div>"
                + "<footer><p>12 Mill Lane, Springfield</p></footer>",
            URL);
    assertThat(page.mainText())
        .contains("Bread", "Fresh from the oven", "weddings", "Coffee", "Roasted")
        .doesNotContain("Home", "Mill Lane");
  }

  @Test
  void navigationCommentsAndRelatedArticlesSurroundAnArticle() {
    String paragraph =
        "<p>The council decided on Monday, after a long debate, to open the bridge again.</p>";
    Page page =
        Page.parse(
            "<div class=menu><a href=x>Politics</a></div><div class='entry-content'>"
                + paragraph.repeat(5)
                + "<div class=sharedaddy>Share this with your friends on every network</div></div>"
                + "<div class=related-posts><p>Another bridge, another long debate in town</p></div>"
                + "<ol class=commentlist>"
                + "<li><p>I do not agree with this at all, and I say why.</p>".repeat(20)
                + "</ol>",
            URL);
    assertThat(page.mainText().lines()).hasSize(5).allMatch(line -> line.startsWith("The council"));
  }

  @Test
  void anyInputGivesATextWhoseRegionsFollowEachOther() {
    Random random = new Random(7);
    String[] parts = {
      "<div",
      ">",
      "</div>",
      "<p>",
      "<table><tr><td>",
      "</td>",
      "text ",
      "&amp",
      "<a href='",
      "'",
      "%E4%",
      "\u0000",
      "\ud800",
      "<!--",
      "-->",
      "<script>",
      "<select><option>",
      "\n",
      "<svg>",
      "</body>",
      "<frameset>",
      "<html lang=",
      "<pre>\n\n",
      "<br>",
      "<title>",
      "<template>"
    };
    for (int run = 0; run < 500; run++) {
      StringBuilder html = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        html.append(parts[random.nextInt(parts.length)]);
      }
      Page page = Page.parse(html.toString(), random.nextBoolean() ? URL : "::not a url");
      int end = 0;
      for (Region region : page.text().regions()) {
        assertThat(region.start()).isGreaterThanOrEqualTo(end);
        assertThat(region.end()).isGreaterThan(region.start());
        end = region.end();
      }
      page.problem();
      page.language();
      page.kind();
    }
  }

  @Test
  void deeplyNestedElementsAreRead() {
    Page page = Page.parse("<div>".repeat(20_000) + "deep", URL);
    assertThat(page.mainText()).isEqualTo("deep\n");
  }

  private static List<String> visible(String body) {
    PageText text = Page.parse(body, URL).text();
    return text.regions().stream()
        .filter(
            region -> region.kind() == Region.Kind.MAIN || region.kind() == Region.Kind.SURROUNDING)
        .flatMap(region -> text.text(region).lines())
        .toList();
  }

  private static String region(PageText text, Region.Kind kind) {
    assertThat(text.regions(kind)).hasSize(1);
    return text.text(text.regions(kind).get(0));
  }

  private static String cloak(String mail) {
    StringBuilder key = new StringBuilder("5a");
    for (char c : mail.toCharArray()) {
      key.append(String.format("%02x", c ^ 0x5a));
    }
    return key.toString();
  }
}
