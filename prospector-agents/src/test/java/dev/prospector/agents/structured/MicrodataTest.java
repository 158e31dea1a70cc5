package dev.prospector.agents.structured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.structured.item.Item;
import dev.prospector.agents.structured.item.Property;
import dev.prospector.agents.structured.item.Text;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class MicrodataTest {

  private static List<Item> read(String html) {
    return StructuredData.of(Jsoup.parse(html), "https://example.com/a/").items(Syntax.MICRODATA);
  }

  private static String text(Item item, String name) {
    return ((Text) item.value(name).orElseThrow()).text();
  }

  @Test
  void eachElementGivesTheValueOfItsKind() {
    Item item =
        read("<div itemscope itemtype='http://schema.org/Store http://x.org/Shop' itemid='#s'>"
                + "<meta itemprop=currency content=BRL><a itemprop=url href='../b'>B</a>"
                + "<img itemprop=logo src=l.png><time itemprop=since datetime=2001>then</time>"
                + "<time itemprop=day>Monday</time><data itemprop=size value=3>three</data>"
                + "<p itemprop='name legalName'>Acme<br>Ltd</p>"
                + "<span itemprop=price content=13.00>R$ 13</span></div>")
            .get(0);
    assertThat(item.types()).containsExactly("http://schema.org/Store", "http://x.org/Shop");
    assertThat(item.id()).isEqualTo("https://example.com/a/#s");
    assertThat(text(item, "currency")).isEqualTo("BRL");
    assertThat(text(item, "url")).isEqualTo("https://example.com/b");
    assertThat(text(item, "logo")).isEqualTo("https://example.com/a/l.png");
    assertThat(text(item, "since")).isEqualTo("2001");
    assertThat(text(item, "day")).isEqualTo("Monday");
    assertThat(text(item, "size")).isEqualTo("3");
    assertThat(text(item, "name")).isEqualTo("Acme\nLtd");
    assertThat(text(item, "legalName")).isEqualTo("Acme\nLtd");
    assertThat(text(item, "price")).isEqualTo("13.00");
  }

  @Test
  void referencedElementsGivePropertiesInPageOrder() {
    List<Item> items =
        read(
            "<p id=a itemprop=name>First</p><div itemscope itemref='b a gone'>"
                + "<i itemprop=name>Second</i></div><div id=b><b itemprop=name>Third</b></div>");
    assertThat(items).singleElement().extracting(Item::properties).asList().hasSize(3);
    assertThat(items.get(0).values("name"))
        .containsExactly(Text.plain("First"), Text.plain("Second"), Text.plain("Third"));
  }

  @Test
  void nestedItemsKeepTheirPropertiesToThemselves() {
    Item item =
        read("<div itemscope><div itemprop=address itemscope><b itemprop=city>Recife</b></div>"
                + "<b itemprop=name>Acme</b></div>")
            .get(0);
    assertThat(item.properties()).extracting(Property::name).containsExactly("address", "name");
    assertThat(text((Item) item.value("address").orElseThrow(), "city")).isEqualTo("Recife");
  }

  @Test
  void anItemThatRefersToItselfEnds() {
    assertThat(read("<div id=a itemscope itemprop=x itemref=a><b itemprop=n>1</b></div>"))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void deepNestingNeitherFailsNorHangs() {
    String html = "<div itemscope itemprop=a>".repeat(20_000);
    assertThat(read(html)).isNotEmpty();
  }
}
