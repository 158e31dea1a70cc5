package dev.prospector.agents.structured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.structured.item.Item;
import dev.prospector.agents.structured.item.Sequence;
import dev.prospector.agents.structured.item.Text;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class RdfaTest {

  private static final String S = "http://schema.org/";
  private static final String PAGE = "http://example.com/page";

  private static List<Item> read(String html) {
    return StructuredData.of(Jsoup.parse(html), PAGE).items(Syntax.RDFA);
  }

  private static Item of(List<Item> items, String id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow();
  }

  private static Item typed(List<Item> items, String type) {
    return items.stream().filter(i -> i.types().contains(type)).findFirst().orElseThrow();
  }

  @Test
  void typedElementsAreThingsWithPropertiesOfTheVocabulary() {
    List<Item> items =
        read(
            "<div vocab='http://schema.org/' typeof=Organization resource=#o>"
                + "<b property=name>Acme</b><a property=url href=/x rel=nofollow>x</a>"
                + "<p property=address typeof=PostalAddress><i property=addressLocality>Recife</i>"
                + "</p></div>");
    Item organization = of(items, PAGE + "#o");
    assertThat(organization.types()).containsExactly(S + "Organization");
    assertThat(organization.values(S + "name")).containsExactly(Text.plain("Acme"));
    assertThat(organization.values(S + "url")).containsExactly(Text.url("http://example.com/x"));
    Item address = typed(items, S + "PostalAddress");
    assertThat(organization.values(S + "address")).containsExactly(Text.url(address.id()));
    assertThat(address.values(S + "addressLocality")).containsExactly(Text.plain("Recife"));
    assertThat(of(items, PAGE).values("http://www.w3.org/ns/rdfa#usesVocabulary"))
        .containsExactly(Text.url(S));
  }

  @Test
  void prefixesAreDeclaredOrWellKnown() {
    List<Item> items =
        read("<p prefix='ex: http://ex.org/' about=/a property='ex:p foaf:name' datatype=''>v</p>");
    Item subject = of(items, "http://example.com/a");
    assertThat(subject.values("http://ex.org/p")).containsExactly(Text.plain("v"));
    assertThat(subject.values("http://xmlns.com/foaf/0.1/name")).containsExactly(Text.plain("v"));
  }

  @Test
  void linksChainThroughTheirContent() {
    List<Item> items =
        read(
            "<div about='#a' rel='foaf:knows'><p about='#b'><b property='foaf:name'>B</b></p>"
                + "<p about='#c'><b property='foaf:name'>C</b></p></div>"
                + "<p about='#d' rev='foaf:knows' resource='#e'></p>");
    assertThat(of(items, PAGE + "#a").values("http://xmlns.com/foaf/0.1/knows"))
        .containsExactly(Text.url(PAGE + "#b"), Text.url(PAGE + "#c"));
    assertThat(of(items, PAGE + "#e").values("http://xmlns.com/foaf/0.1/knows"))
        .containsExactly(Text.url(PAGE + "#d"));
  }

  @Test
  void literalsKeepLanguageAndDatatype() {
    List<Item> items =
        read(
            "<p about='#a' xml:lang=pt><b property='dc:title'>Olá</b>"
                + "<b property='dc:date' datatype='xsd:date' content='2026-11-21'>hoje</b></p>");
    Item subject = of(items, PAGE + "#a");
    assertThat(subject.values("http://purl.org/dc/terms/title"))
        .containsExactly(new Text("Olá", Text.Form.LANGUAGE, "pt"));
    assertThat(subject.values("http://purl.org/dc/terms/date"))
        .containsExactly(
            new Text("2026-11-21", Text.Form.TYPED, "http://www.w3.org/2001/XMLSchema#date"));
  }

  @Test
  void inlistGathersAList() {
    List<Item> items =
        read(
            "<p about='#a'><b property='dc:creator' inlist>A</b>"
                + "<a rel='dc:creator' inlist href='#b'>B</a></p>");
    assertThat(of(items, PAGE + "#a").values("http://purl.org/dc/terms/creator"))
        .containsExactly(new Sequence(List.of(Text.plain("A"), Text.url(PAGE + "#b"))));
  }
}
