package dev.prospector.adapter.web.live;

import dev.prospector.adapter.web.internal.BodyReader;
import dev.prospector.adapter.web.internal.DocumentPage;
import dev.prospector.adapter.web.internal.PageCharset;
import dev.prospector.adapter.web.internal.Travelled;
import dev.prospector.http.HttpUrl;
import dev.prospector.web.DocumentReader;
import dev.prospector.web.PageLookup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Asks for one address if that is allowed, and makes a page of the answer. */
final class ReadPage {

  private static final long MOST_BYTES = 5L << 20;
  private static final Pattern IS_TEXT =
      Pattern.compile("|text/.{1,100}|.{1,100}(?:html|xml|json)", Pattern.CASE_INSENSITIVE);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
  private static final int MOST_HOSTS_WITHOUT_CONTACT = 50;

  private final HostTurns turns;
  private final KeptPages kept;
  private final Recorder recorder;
  private final AskHost hosts;
  private final RobotsOfHosts robots;
  private final ForbiddenSites forbidden;
  private final List<String> allowed;
  private final Function<HttpUrl, Duration> delay;
  private final boolean obeysReservations;
  private final boolean hasContact;
  private final DocumentReader documents;
  private final Set<String> seen = Collections.synchronizedSet(new HashSet<>());

  ReadPage(
      LivePages.Builder settings,
      HostTurns turns,
      AskHost hosts,
      RobotsOfHosts robots,
      ForbiddenSites forbidden) {
    this.kept = new KeptPages(settings);
    this.recorder = hosts.recorder();
    this.turns = turns;
    this.hosts = hosts;
    this.robots = robots;
    this.forbidden = forbidden;
    this.allowed = List.copyOf(settings.allowed);
    this.delay = settings::delay;
    this.obeysReservations = settings.obeysReservations;
    this.documents = settings.documents;
    this.hasContact = !settings.contact.isEmpty();
  }

  /** Asks for an address, and follows nothing. */
  Exchanged step(HttpUrl url) throws NotRead, InterruptedException {
    check(url);
    Result result = turns.alone(url.host(), delay.apply(url), () -> asked(url));
    if (result.answer().isPresent()) {
      return result.answer().get();
    }
    throw new NotRead(result.reason());
  }

  private record Result(Optional<Exchanged> answer, String reason) {}

  private Result asked(HttpUrl url) throws InterruptedException {
    Optional<KeptPages.Kept> known = kept.find(url);
    if (known.filter(kept::isYoung).isPresent()) {
      recorder.answer(known.get().answer());
      return new Result(Optional.of(known.get().answer()), "");
    }
    try {
      RobotsTxt rules = robots.of(url);
      if (!rules.allows(url.text())) {
        throw new NotRead(rules.reason());
      }
      if (rules.delay().compareTo(LONGEST_DELAY) > 0) {
        throw new NotRead("the host asks for " + rules.delay() + " between requests");
      }
      if (turns.paused(url.host()).compareTo(LONGEST_DELAY) > 0) {
        throw new NotRead("the host asks to be left alone for " + turns.paused(url.host()));
      }
      Duration usual = delay.apply(url);
      Duration apart = rules.delay().compareTo(usual) > 0 ? rules.delay() : usual;
      return new Result(Optional.of(ask(url, apart, known)), "");
    } catch (NotRead e) {
      return new Result(Optional.empty(), e.reason());
    }
  }

  /** What its host says has not changed is what was read before. */
  private Exchanged ask(HttpUrl url, Duration apart, Optional<KeptPages.Kept> known)
      throws NotRead, InterruptedException {
    Exchanged answer =
        hosts.get(url, apart, known.map(KeptPages.Kept::conditions).orElse(Map.of()));
    if (answer.status() == 304 && known.isPresent()) {
      kept.unchanged(known.get());
      recorder.answer(known.get().answer());
      return known.get().answer();
    }
    kept.keep(answer);
    return answer;
  }

  private void check(HttpUrl url) throws NotRead {
    boolean usual = url.port() == 80 || url.port() == 443;
    if (!usual && !allowed.contains(url.host() + ":" + url.port())) {
      throw new NotRead(
          "port "
              + url.port()
              + " is not read: allow "
              + url.host()
              + ":"
              + url.port()
              + " if the host is yours");
    }
    if (forbidden.contains(url.host())) {
      throw new NotRead("the terms of this site forbid to read it by program");
    }
    if (!hasContact && !seen.contains(url.host()) && seen.size() >= MOST_HOSTS_WITHOUT_CONTACT) {
      throw new NotRead(
          "more than "
              + MOST_HOSTS_WITHOUT_CONTACT
              + " hosts are read only with a contact that their owners can complain to");
    }
    if (!hasContact) {
      seen.add(url.host());
    }
  }

  /** Makes a page of an answer that is no redirect. */
  PageLookup page(String asked, Exchanged answer) throws NotRead {
    String type = DocumentPage.type(answer.header("content-type"));
    if (answer.status() == 200 && documents.reads(type)) {
      return document(asked, answer);
    }
    if (!IS_TEXT.matcher(type).matches()) {
      throw new NotRead("it is no page but a document of type " + type);
    }
    String text = PageCharset.decode(body(answer), answer.header("content-type"));
    if (ChallengePage.is(answer.headers(), text)) {
      throw new NotRead("the site asks browsers to prove themselves before it shows the page");
    }
    if (answer.isOverloaded()) {
      throw new NotRead("the host has too much to do: status " + answer.status());
    }
    Optional<String> reserved = Reservation.of(answer.headers(), text);
    if (obeysReservations && reserved.isPresent()) {
      throw new NotRead("its owner keeps the page from machines: " + reserved.get());
    }
    return new PageLookup.Found(
        asked,
        answer.url().text(),
        answer.status(),
        Travelled.removedFrom(answer.headers()),
        text,
        answer.at());
  }

  private PageLookup document(String asked, Exchanged answer) throws NotRead {
    Optional<String> reserved = Reservation.of(answer.headers(), "");
    if (obeysReservations && reserved.isPresent()) {
      throw new NotRead("its owner keeps the document from machines: " + reserved.get());
    }
    DocumentReader.Result read = documents.read(body(answer));
    String unreadable = read.fold(text -> "", DocumentReader.Unreadable::reason);
    if (!unreadable.isEmpty()) {
      throw new NotRead(unreadable);
    }
    return new PageLookup.Found(
        asked,
        answer.url().text(),
        answer.status(),
        DocumentPage.headers(Travelled.removedFrom(answer.headers())),
        read.fold(DocumentPage::html, u -> ""),
        answer.at());
  }

  byte[] body(Exchanged answer) throws NotRead {
    try {
      return new BodyReader(MOST_BYTES)
          .read(new ByteArrayInputStream(answer.body()), answer.header("content-encoding"));
    } catch (BodyReader.Unreadable e) {
      throw new NotRead(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new NotRead("the body cannot be decoded");
    }
  }

  /** Returns the sitemaps that robots.txt names; empty if it cannot be read. */
  List<String> sitemaps(HttpUrl url) throws NotRead, InterruptedException {
    check(url);
    return turns.alone(url.host(), delay.apply(url), () -> robots.of(url)).sitemaps();
  }
}
