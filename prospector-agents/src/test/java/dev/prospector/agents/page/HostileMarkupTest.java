package dev.prospector.agents.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.InterruptedWorkException;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree of a page, and the work on it, stay in proportion to what people write. */
class HostileMarkupTest {

  private static final int MEGABYTES_5 = 5_000_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p><b>",
        "<table><a>x<a>x",
        "<font size=#><p>",
        "<div>",
        "<b><i><u><p>x",
        "<i>",
        "<br>",
        "<p><b c=#><p><i d=#>",
        "<table><b c=#>x",
        "<nobr>x<li>",
        "<svg><a><b>",
        "<!-- --><p>"
      })
  void aPageOfFiveMegabytesOfTagsIsNotReadAndSaysWhy(String unit) {
    Page page = Page.parse(repeated(unit, MEGABYTES_5), "https://hostile.example/");

    assertThat(page.problem().map(ContentProblem::kind))
        .contains(ContentProblem.Kind.EXCESSIVE_MARKUP);
    assertThat(page.document().getAllElements()).hasSizeLessThan(10);
    assertThat(page.text().text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p><b>", "<table><a>x<a>x", "<font size=#><p>", "<div>", "<p><b c=#><p><i d=#>",
        "<table><b c=#>x", "<a href=#>x<div>", "</p><b>", "<ul><li>", "<b><i><u><p>x"
      })
  void whatIsReadHasAtMostTheElementsThatTheBoundAllows(String unit) {
    for (int kilobytes = 25; kilobytes <= 400; kilobytes *= 4) {
      Page page = Page.parse(repeated(unit, kilobytes * 1_000), "https://hostile.example/");

      assertThat(page.document().getAllElements()).hasSizeLessThan(110_000);
      assertThat(page.document().getAllElements().stream().mapToInt(HostileMarkupTest::depth))
          .allMatch(depth -> depth <= 520);
    }
  }

  /** Read for each of them anew, the lines before them would take minutes. */
  @Test
  void manyFirmsThatAnswerForAPageAreNotEachLookedUpAmongAllLines() {
    StringBuilder html = new StringBuilder("<p>Bakery Ltd</p>");
    for (int i = 0; i < 30_000; i++) {
      html.append("<p>Responsible for: Firm")
          .append((char) ('a' + i % 26))
          .append(i)
          .append(" Ltd");
    }
    Page page = Page.parse(html.toString(), "https://hostile.example/");

    assertThat(page.text().text()).contains("Firma0 Ltd", "Firmv29999 Ltd");
  }

  @Test
  void largeRealPagesAreRead() {
    String row = "<tr><td><a href='/p'>A <b>name</b></a></td><td><br>1,00</td></tr>\n";
    Page table = Page.parse("<table>" + row.repeat(12_000), "https://large.example/");
    Page script =
        Page.parse(
            "<p>Hello<script>" + "if (a<b) { x = '<p>'; }".repeat(60_000) + "</script>",
            "https://large.example/");
    Page sloppy = Page.parse("<p><font size=2><b>Text".repeat(1_500), "https://large.example/");

    assertThat(table.problem()).isEmpty();
    assertThat(script.problem()).isEmpty();
    assertThat(sloppy.problem()).isEmpty();
    assertThat(script.mainText()).startsWith("Hello");
  }

  @Test
  void parsingEndsWhenTheThreadIsInterrupted() {
    Thread.currentThread().interrupt();
    String html = repeated("<p>text</p>", 500_000);
    assertThatThrownBy(() -> Page.parse(html, "")).isInstanceOf(InterruptedWorkException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static int depth(Element element) {
    int depth = 0;
    for (Element up = element.parent(); up != null; up = up.parent()) {
      depth++;
    }
    return depth;
  }

  private static String repeated(String unit, int length) {
    StringBuilder text = new StringBuilder(length + unit.length());
    for (int i = 0; text.length() < length; i++) {
      text.append(unit.replace("#", Integer.toString(i)));
    }
    return text.toString();
  }
}
