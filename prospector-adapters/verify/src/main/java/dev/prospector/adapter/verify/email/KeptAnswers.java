package dev.prospector.adapter.verify.email;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What domains answered, for a while; the oldest go where there are too many. One domain is asked
 * by one thread at a time.
 */
final class KeptAnswers implements MailHosts {

  private static final int MOST = 20_000;
  private static final int LOCKS = 32;
  private static final Duration SHORT = Duration.ofMinutes(1);

  private final MailHosts hosts;
  private final Duration age;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock[] asking = new ReentrantLock[LOCKS];
  private final Map<String, Kept> kept =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > MOST;
        }
      };

  private record Kept(Answer answer, Instant until) {}

  KeptAnswers(MailHosts hosts, Duration age, Clock clock) {
    this.hosts = hosts;
    this.age = age;
    this.clock = clock;
    for (int i = 0; i < LOCKS; i++) {
      asking[i] = new ReentrantLock();
    }
  }

  @Override
  public Answer ask(String domain) throws InterruptedException {
    ReentrantLock one = asking[Math.floorMod(domain.hashCode(), LOCKS)];
    one.lockInterruptibly();
    try {
      Kept known = find(domain);
      if (known.until().isAfter(clock.instant())) {
        return known.answer();
      }
      Answer answer = hosts.ask(domain);
      // That something could not be found out is soon worth another try.
      Duration holds = answer == Answer.NOT_KNOWN ? SHORT : age;
      keep(domain, new Kept(answer, clock.instant().plus(holds)));
      return answer;
    } finally {
      one.unlock();
    }
  }

  private Kept find(String domain) {
    lock.lock();
    try {
      return kept.getOrDefault(domain, new Kept(Answer.NOT_KNOWN, Instant.MIN));
    } finally {
      lock.unlock();
    }
  }

  private void keep(String domain, Kept answer) {
    lock.lock();
    try {
      kept.remove(domain);
      kept.put(domain, answer);
    } finally {
      lock.unlock();
    }
  }
}
