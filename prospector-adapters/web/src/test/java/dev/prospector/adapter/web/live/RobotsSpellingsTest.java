package dev.prospector.adapter.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as people write them: {@code ~} ends a line, {@code ^} goes back to its beginning. */
class RobotsSpellingsTest {

  private static final String GROUPS =
      "allow: /foo/bar/~~user-agent: FooBot~disallow: /~allow: /x/~user-agent: BarBot~disallow:"
          + " /~allow: /y/~~~allow: /w/~user-agent: BazBot~~user-agent: FooBot~allow: /z/~disallow:"
          + " /~";

  private static boolean allows(String robots, String agent, String path) {
    byte[] bytes =
        robots
            .replace("GROUPS", GROUPS)
            .replace('~', '\n')
            .replace('^', '\r')
            .getBytes(StandardCharsets.UTF_8);
    return RobotsTxt.parse("http://foo.bar/robots.txt", bytes, agent)
        .allows("http://foo.bar" + path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // What is a line.
        "user-agent: FooBot~disallow: /~|FooBot|/x/y|false",
        "foo: FooBot~bar: /~|FooBot|/x/y|true",
        "user-agent FooBot~disallow /~|FooBot|/x/y|false",
        "User-agent : FooBot~Disallow : /~|FooBot|/x|false",
        "  user-agent:FooBot~\tdisallow:/private~|FooBot|/private/a|false",
        "user-agent: FooBot # us~disallow: /a # theirs~|FooBot|/a|false",
        "user-agent: FooBot~disallow: /a~disallow:~|FooBot|/a|false",
        "user-agent: FooBot~# disallow: /~disallow: /foo/quz#qux~allow: /~|FooBot|/foo/bar|true",
        "user-agent: FooBot~# disallow: /~disallow: /foo/quz#qux~allow: /~|FooBot|/foo/quz|false",
        "dissallow: /~user-agent: FooBot~disallow: /b~|FooBot|/a|true",
        // Groups: several names, names again, rules of nobody, other lines among them.
        "GROUPS|FooBot|/x/b|true",
        "GROUPS|FooBot|/z/d|true",
        "GROUPS|FooBot|/y/c|false",
        "GROUPS|BarBot|/y/c|true",
        "GROUPS|BarBot|/w/a|true",
        "GROUPS|BarBot|/z/d|false",
        "GROUPS|BazBot|/z/d|true",
        "GROUPS|FooBot|/foo/bar/|false",
        "GROUPS|BarBot|/foo/bar/|false",
        "GROUPS|BazBot|/foo/bar/|false",
        "User-agent: BarBot~Sitemap: https://foo.bar/sitemap~User-agent: *~Disallow:"
            + " /~|FooBot|/x|false",
        "User-agent: BarBot~Sitemap: https://foo.bar/sitemap~User-agent: *~Disallow:"
            + " /~|BarBot|/x|false",
        "User-agent: FooBot~Invalid-Unknown-Line: x~User-agent: *~Disallow: /~|FooBot|/x|false",
        "User-agent: FooBot~Crawl-delay: 5~~User-agent: *~Disallow: /~|FooBot|/x|false",
        "User-agent: *~Disallow: /x/~User-agent: FooBot~Disallow: /y/~|FooBot|/x/page|true",
        "User-agent: *~Disallow: /x/~User-agent: FooBot~Disallow: /y/~|FooBot|/y/page|false",
        "User-agent: FooBot-News~Disallow: /~~User-agent: *~Disallow:~|FooBot|/x|true",
        // Paths tell upper from lower case; the longest rule holds, and of equal ones allowing.
        "user-agent: FooBot~disallow: /X/~|FooBot|/x/y|true",
        "user-agent: FooBot~disallow: /x/~|FooBot|/x/y|false",
        "user-agent: FooBot~allow: /page~disallow: /*.html~|FooBot|/page.html|false",
        "user-agent: FooBot~allow: /x/page.~disallow: /*.html~|FooBot|/x/page.html|true",
        "user-agent: FooBot~disallow: /~allow: /~|FooBot|/x|true",
        // Signs: * is anything, $ at the end is the end, and elsewhere a sign like any other.
        "user-agent: FooBot~disallow: /foo/bar/quz~allow: /foo/*/qux~|FooBot|/foo/bar/quz|false",
        "user-agent: FooBot~disallow: /foo/bar/quz~allow: /foo/*/qux~|FooBot|/foo//quz|true",
        "user-agent: FooBot~disallow: /foo/bar$~allow: /foo/bar/qux~|FooBot|/foo/bar|false",
        "user-agent: FooBot~disallow: /foo/bar$~allow: /foo/bar/qux~|FooBot|/foo/bar/qux|true",
        "user-agent: FooBot~disallow: /foo/bar$~allow: /foo/bar/qux~|FooBot|/foo/bar/|true",
        "user-agent: FooBot~disallow: /*.pdf$~|FooBot|/a.pdf|false",
        "user-agent: FooBot~disallow: /*.pdf$~|FooBot|/a.pdf?x|true",
        "user-agent: FooBot~disallow: /a$b~|FooBot|/a$b/c|false",
        "user-agent: FooBot~disallow: /*?*~|FooBot|/a?b|false",
        "user-agent: FooBot~disallow: *~|FooBot|/a|false",
        // Marks at the beginning, ends of lines, other scripts.
        "\ufeffUser-Agent: FooBot~Disallow: /~|FooBot|/a|false",
        "User-Agent: FooBot^~Disallow: /^~|FooBot|/a|false",
        "user-agent: FooBot~disallow: /caf\u00e9~|FooBot|/caf%C3%A9/x|false",
        "user-agent: FooBot~disallow: /caf%c3%a9~|FooBot|/caf%C3%A9|false"
      })
  void whatTheFileSaysHolds(String robots, String agent, String path, boolean allowed) {
    assertThat(allows(robots, agent, path)).isEqualTo(allowed);
  }
}
