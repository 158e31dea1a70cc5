package dev.prospector.agents.structured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.structured.item.Item;
import dev.prospector.agents.structured.item.Property;
import dev.prospector.agents.structured.item.Text;
import dev.prospector.agents.structured.syntax.Link;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class MicroformatsTest {

  private static List<Item> read(String html) {
    return StructuredData.of(Jsoup.parse(html), "http://example.com/").items(Syntax.MICROFORMATS);
  }

  private static List<String> texts(Item item, String name) {
    return item.values(name).stream()
        .map(value -> value instanceof Item nested ? nested.text().text() : ((Text) value).text())
        .toList();
  }

  @Test
  void nameUrlAndPhotoAreImpliedByASimpleCard() {
    Item card = read("<a class=h-card href='/me'><img src=p.jpg alt='Ana Lima'></a>").get(0);
    assertThat(texts(card, "name")).containsExactly("Ana Lima");
    assertThat(texts(card, "url")).containsExactly("http://example.com/me");
    assertThat(card.values("photo"))
        .containsExactly(new Text("http://example.com/p.jpg", Text.Form.URL, "Ana Lima"));
  }

  @Test
  void nothingIsImpliedBesideAnotherItem() {
    Item card = read("<div class=h-card><a class=h-card href=/x>X</a></div>").get(0);
    assertThat(card.properties()).isEmpty();
    assertThat(texts(card.children().get(0), "name")).containsExactly("X");
  }

  @Test
  void valuesComeFromTheValueClassPattern() {
    Item card =
        read("<p class=h-card><span class=p-tel>Fone <b class=value>+55 11</b>"
                + " <b class=value>4002-8922</b></span></p>")
            .get(0);
    assertThat(texts(card, "tel")).containsExactly("+55 114002-8922");
  }

  @Test
  void datesAreJoinedFromTheirPartsAndLaterTimesTakeTheDate() {
    Item event =
        read("<p class=h-event><span class=dt-start><b class=value>2026-11-21</b> at"
                + " <b class=value>7:30 pm</b></span><span class=dt-end>"
                + "<b class=value>21:00-03:00</b></span></p>")
            .get(0);
    assertThat(texts(event, "start")).containsExactly("2026-11-21 19:30");
    assertThat(texts(event, "end")).containsExactly("2026-11-21 21:00-0300");
  }

  @Test
  void markupKeepsItsHtmlWithResolvedAddresses() {
    Item entry = read("<div class=h-entry><p class=e-content> A <a href=/b>b</a></p></div>").get(0);
    assertThat(entry.values("content"))
        .containsExactly(
            new Text("A b", Text.Form.MARKUP, "A <a href=\"http://example.com/b\">b</a>"));
  }

  @Test
  void classicCardsReadAsTheirSuccessors() {
    Item card =
        read("<div class=vcard><span class='fn org'>Acme</span><div class=adr>"
                + "<b class=locality>Recife</b></div><i class=title>Owner</i>"
                + "<b class=p-note>not of this generation</b></div>")
            .get(0);
    assertThat(card.types()).containsExactly("h-card");
    assertThat(card.properties())
        .extracting(Property::name)
        .containsExactly("name", "org", "adr", "job-title");
    assertThat(texts((Item) card.value("adr").orElseThrow(), "locality")).containsExactly("Recife");
  }

  @Test
  void classicRootsGiveWayToModernOnes() {
    Item card =
        read("<p class='vcard h-card'><b class=fn>No</b><b class=p-name>Yes</b></p>").get(0);
    assertThat(texts(card, "name")).containsExactly("Yes");
  }

  @Test
  void classicReviewsNameTheirItem() {
    Item review =
        read("<p class=hreview><b class='item fn'>Pizza</b><i class=rating>4</i></p>").get(0);
    Item item = (Item) review.value("item").orElseThrow();
    assertThat(texts(item, "name")).containsExactly("Pizza");
    assertThat(texts(review, "rating")).containsExactly("4");
  }

  @Test
  void namesWithCapitalsOrWithoutWordsAreNoMicroformats() {
    assertThat(read("<p class='H-card h- h-1 h-Card -h'>x</p>")).isEmpty();
  }

  @Test
  void linksKeepTheirRelations() {
    StructuredData data =
        StructuredData.of(
            Jsoup.parse("<a rel='me nofollow me' href=/x hreflang=pt>Me</a>"),
            "http://example.com");
    Link link = data.links().get(0);
    assertThat(link.url()).isEqualTo("http://example.com/x");
    assertThat(link.relations()).containsExactly("me", "nofollow");
    assertThat(link.text()).isEqualTo("Me");
    assertThat(link.visible()).isTrue();
  }
}
