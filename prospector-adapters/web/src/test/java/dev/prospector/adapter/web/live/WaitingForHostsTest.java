package dev.prospector.adapter.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.web.PageLookup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingForHostsTest {

  private static final String SITE = "https://company.example";
  private static final String OTHER = "https://other.example/";
  private static final String TEXT = "<title>Company</title><p>We move loads.";

  private final SmallWeb web = new SmallWeb();
  private final LivePages pages = LivePages.builder(web).time(web, web).build();

  private String outcome(String url) throws InterruptedException {
    return pages.fetch(url).fold(f -> "found", a -> "absent", PageLookup.Failed::reason);
  }

  @Test
  void aHostThatIsWaitedForDelaysNobodyElse() throws Exception {
    web.robots(SITE, "User-agent: *\nCrawl-delay: 20\n");
    web.page(SITE + "/", TEXT).page(SITE + "/a", TEXT).page(OTHER, TEXT);
    outcome(SITE + "/");
    List<String> meanwhile = new ArrayList<>();
    web.whileSleeping(() -> meanwhile.add(outcome(OTHER)));
    assertThat(outcome(SITE + "/a")).isEqualTo("found");
    assertThat(meanwhile).containsExactly("found");
    assertThat(web.urls().indexOf(OTHER)).isLessThan(web.urls().indexOf(SITE + "/a"));
  }
}
