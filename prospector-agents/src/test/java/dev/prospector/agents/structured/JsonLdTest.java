package dev.prospector.agents.structured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.structured.item.Item;
import dev.prospector.agents.structured.item.Text;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class JsonLdTest {

  private static StructuredData read(String script) {
    String html = "<script type=\"application/ld+json\">" + script + "</script>";
    return StructuredData.of(Jsoup.parse(html), "https://example.com/");
  }

  private static List<String> names(String script) {
    return read(script).items(Syntax.JSON_LD).stream()
        .map(item -> ((Text) item.value("name").orElseThrow()).text())
        .toList();
  }

  @Test
  void commentsWrappersAndTrailingCommasAreNoObstacle() {
    assertThat(names("// one\n{\"name\": \"Acme\", /* two */ \"x\": [1, 2,],}"))
        .containsExactly("Acme");
    assertThat(names("//<![CDATA[\n{\"name\": \"Acme\"}\n//]]>")).containsExactly("Acme");
    assertThat(names("<!--\n{\"name\": \"Acme\"}\n-->")).containsExactly("Acme");
    assertThat(names("<!-- hidden {\"name\": \"No\"} -->{\"name\": \"Acme\"};"))
        .containsExactly("Acme");
  }

  @Test
  void commentMarksInsideStringsStay() {
    assertThat(names("{\"name\": \"// a /* b */ <!-- c -->\"}"))
        .containsExactly("// a /* b */ <!-- c -->");
  }

  @Test
  void rawControlCharactersAndForeignEscapesStayReadable() {
    assertThat(names("{\"name\": \"two\nlines \\u0041\\x42 it\\'s C:\\data\"}"))
        .containsExactly("two\nlines AB it's C:\\data");
  }

  @Test
  void entitiesInsteadOfQuotesAreDecoded() {
    assertThat(names("{&quot;name&quot;: &quot;Acme&quot;}")).containsExactly("Acme");
  }

  @Test
  void severalValuesAndListsGiveSeveralItems() {
    assertThat(names("[{\"name\": \"A\"}, {\"name\": \"B\"}]{\"name\": \"C\"} null"))
        .containsExactly("A", "B", "C");
  }

  @Test
  void whatCannotBeReadIsNamedAndWhatStandsBeforeItIsKept() {
    StructuredData data = read("{\"name\": \"A\"} {\"name\": }");
    assertThat(data.items(Syntax.JSON_LD)).hasSize(1);
    assertThat(data.problems()).singleElement().asString().startsWith("JSON-LD: a value was");
  }

  @Test
  void typesAndIdentifierAreTheItemsOwn() {
    Item item =
        read("{\"@id\": \"#me\", \"@type\": [\"Person\", \"Agent\"], \"age\": 3}")
            .items(Syntax.JSON_LD)
            .get(0);
    assertThat(item.id()).isEqualTo("#me");
    assertThat(item.types()).containsExactly("Person", "Agent");
    assertThat(item.values("age")).containsExactly(new Text("3", Text.Form.NUMBER, ""));
  }

  @Test
  void graphMembersAreFoundByTheirIdentifiers() {
    String graph =
        "{\"@graph\": [{\"@id\": \"#o\", \"@type\": \"Organization\", \"name\": \"Acme\"},"
            + "{\"@type\": \"WebSite\", \"publisher\": {\"@id\": \"#o\"}}]}";
    assertThat(read(graph).lines()).containsExactly("WebSite.publisher.name\tAcme");
  }

  @Test
  void endlessNestingIsReportedNotFollowed() {
    StructuredData data = read("[".repeat(100_000));
    assertThat(data.items(Syntax.JSON_LD)).isEmpty();
    assertThat(data.problems()).hasSize(1);
  }
}
