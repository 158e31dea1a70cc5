package dev.prospector.adapter.web.live;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a host lets a reader of a certain name read, by RFC 9309. Readers differ on whether an
 * escape and its letter are the same; an address is allowed only if it is by both readings.
 * Immutable.
 */
public final class RobotsTxt {

  /** More of a file than this is not looked at: RFC 9309 demands 500 kibibytes. */
  public static final int MOST_BYTES = 512 << 10;

  private static final byte[] NOTHING = {};

  private final SimpleRobotRules rules;
  private final LiteralRules literal;
  private final String reason;

  private RobotsTxt(SimpleRobotRules rules, LiteralRules literal, String reason) {
    this.rules = rules;
    this.literal = literal;
    this.reason = reason;
  }

  /**
   * Reads a file.
   *
   * @param url where it lies
   * @param content its first bytes, at most {@link #MOST_BYTES} of which count
   * @param name of the reader, such as {@code prospectorbot}
   */
  public static RobotsTxt parse(String url, byte[] content, String name) {
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
    byte[] bytes =
        content.length > MOST_BYTES ? java.util.Arrays.copyOf(content, MOST_BYTES) : content;
    return new RobotsTxt(
        parser.parseContent(url, bytes, "text/plain", List.of(name.toLowerCase(Locale.ROOT))),
        LiteralRules.parse(bytes, name),
        "robots.txt forbids it");
  }

  /** Returns the rules of a host that has no such file: everything may be read. */
  public static RobotsTxt absent() {
    return known(SimpleRobotRules.RobotRulesMode.ALLOW_ALL, "");
  }

  /** Returns the rules of a host of which it is not known whether it has one: nothing is read. */
  public static RobotsTxt unknown(String why) {
    return known(
        SimpleRobotRules.RobotRulesMode.ALLOW_NONE,
        "robots.txt cannot be read (" + why + "), which forbids reading");
  }

  private static RobotsTxt known(SimpleRobotRules.RobotRulesMode mode, String reason) {
    return new RobotsTxt(
        new SimpleRobotRules(mode), LiteralRules.parse(NOTHING, LivePages.ROBOT), reason);
  }

  /**
   * Returns whether an address of the host may be read. Its robots.txt always may.
   *
   * @param url absolute, as it is sent
   */
  public boolean allows(String url) {
    String path = path(url);
    return path.equals("/robots.txt") || rules.isAllowed(url) && literal.allows(path);
  }

  private static String path(String url) {
    int host = url.indexOf("://") + "://".length();
    int end = host;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    int fragment = url.indexOf('#', end);
    String path = url.substring(end, fragment < 0 ? url.length() : fragment);
    return path.startsWith("/") ? path : "/" + path;
  }

  /** Returns why an address that is not allowed is not. */
  public String reason() {
    return reason;
  }

  /** Returns the least time between two requests that the host asks for; zero if it does not. */
  public Duration delay() {
    long millis = rules.getCrawlDelay();
    return millis > 0 ? Duration.ofMillis(millis) : Duration.ZERO;
  }

  /** Returns the addresses of sitemaps that the file names. */
  public List<String> sitemaps() {
    return List.copyOf(rules.getSitemaps());
  }
}
