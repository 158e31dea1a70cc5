package dev.prospector.agents.structured;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class DamagedPagesTest {

  private static final String MARKS = "<>'\"{}[]=/ \\,:&-";

  private static final String PAGE =
      "<html prefix='og: http://ogp.me/ns# x: http://x/' xmlns:dc='http://d/' xml:lang=pt><head>"
          + "<base href='//b/c'><meta property=og:title content=T><link rel=me href=/m></head><body>"
          + "<script type='application/ld+json'>//<![CDATA[\n{\"@graph\":[{\"@id\":\"#a\",\"@type\":"
          + "\"Organization\",\"name\":\"A\\u0041\",\"n\":[1.5e3,true,null],\"parent\":{\"@id\":"
          + "\"#b\"}},{\"@id\":\"#b\",\"sub\":{\"@id\":\"#a\"}}]}//]]></script>"
          + "<div id=r itemscope itemtype='http://schema.org/Store' itemref='r q'><a itemprop=url"
          + " href='../x?y#z'>x</a><p itemprop=address itemscope><b itemprop=a>1</b></p></div>"
          + "<div id=q itemprop=q itemscope itemref=r></div><div vocab='http://s/' typeof='P dc:Q'"
          + " about='[x:y]'><a rel='knows x:z' rev=q inlist typeof=R><b property='name x:n' inlist>"
          + "B</b></a><i property=d datatype=rdf:XMLLiteral><u>c</u></i></div>"
          + "<div class='vcard hreview'><b class='fn org'>A</b><span class=geo>1;2</span><i"
          + " class='item fn'>I</i></div><div class='h-event'><span class=dt-start><b class=value>"
          + "2026-11-21</b><b class=value>7pm</b></span><img class=u-photo src=p alt=q><p"
          + " class='e-content p-x h-card'>z</p></div></body></html>";

  @Test
  void noDamageMakesReadingFailOrLinesIllFormed() {
    Random random = new Random(20261121);
    byte[] bytes = PAGE.getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 3_000; round++) {
      byte[] damaged = bytes.clone();
      int faults = 1 + random.nextInt(12);
      for (int i = 0; i < faults; i++) {
        damage(damaged, random);
      }
      String html = new String(damaged, StandardCharsets.ISO_8859_1);
      StructuredData data =
          StructuredData.of(Jsoup.parse(html), round % 2 == 0 ? "" : "http://p/q");
      assertThat(OrganizationData.of(data)).isNotNull();
      for (String line : data.lines()) {
        assertThat(line.split("\t", -1)).hasSize(2);
        assertThat(line).doesNotContain("\n", "\r");
      }
    }
  }

  private static void damage(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> bytes[at] = (byte) random.nextInt(256);
      case 1 -> bytes[at] = (byte) MARKS.charAt(random.nextInt(MARKS.length()));
      case 2 -> {
        int length = Math.min(random.nextInt(40), bytes.length - at);
        System.arraycopy(bytes, random.nextInt(bytes.length - length), bytes, at, length);
      }
      default -> {
        int other = random.nextInt(bytes.length);
        byte kept = bytes[at];
        bytes[at] = bytes[other];
        bytes[other] = kept;
      }
    }
  }

  @Test
  void readingTwiceGivesTheSame() {
    StructuredData first = StructuredData.of(Jsoup.parse(PAGE), "http://p/");
    StructuredData second = StructuredData.of(Jsoup.parse(PAGE), "http://p/");
    assertThat(first).isEqualTo(second);
    assertThat(first.lines()).isEqualTo(second.lines());
  }

  @Test
  void hostileNestingEndsSoon() {
    for (String unit :
        List.of(
            "<div class='h-card p-x'>",
            "<div typeof=a property=b>",
            "<div itemscope itemprop=a>",
            "<p class=e-content>",
            "<b prefix='a: b'>")) {
      StructuredData data = StructuredData.of(Jsoup.parse(unit.repeat(5_000)), "http://p/");
      assertThat(data.lines().size()).isLessThanOrEqualTo(2_000);
    }
  }
}
