package dev.prospector.spring.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Whether values can be used, as far as they themselves tell. */
public final class CheckValues implements ConfigurationCheck {

  private static final int LEAST_KEY = 16;
  private static final Duration LEAST_LEASE = Duration.ofSeconds(4);
  private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9._~-]{1,100}){1,10}");
  private static final Pattern MODEL = Pattern.compile("[^:\\s]+:\\S+");

  @Override
  public void check(ProspectorProperties properties, Consumer<String> problems) {
    key("suppression.key", properties.suppression().key(), problems);
    key("webhooks.key", properties.webhooks().key(), problems);
    times(properties, problems);
    numbers(properties, problems);
    limits(properties.limits(), problems);
    model(properties, problems);
    ProspectorProperties.Pages pages = properties.pages();
    if (!pages.archive().isEmpty() && !pages.contact().isEmpty()) {
      problems.accept(
          "prospector.pages.archive and prospector.pages.contact are both set: pages come from an"
              + " archive or from the live web, leave one of them out");
    }
    hosts("pages.allow", pages.allow(), problems);
    String path = properties.web().path();
    if (!path.isEmpty() && !PATH.matcher(path).matches()) {
      problems.accept(
          "prospector.web.path is '" + path + "': write it like /prospector, without an end slash");
    }
    housekeeping(properties.housekeeping(), problems);
    hosts("webhooks.allow", properties.webhooks().allow(), problems);
  }

  private static void housekeeping(
      ProspectorProperties.Housekeeping properties, Consumer<String> problems) {
    notNegative("housekeeping.every", properties.every(), problems);
    notNegative("housekeeping.webhooks", properties.webhooks(), problems);
    notNegative("housekeeping.events", properties.events(), problems);
    String archive = properties.archive();
    if (properties.events().isZero() != archive.isEmpty()) {
      problems.accept(
          "prospector.housekeeping.events and prospector.housekeeping.archive go together: set"
              + " both, or none");
    } else if (!archive.isEmpty() && !Files.isDirectory(Path.of(archive))) {
      problems.accept(
          "prospector.housekeeping.archive is '" + archive + "', which is no folder: make it");
    }
  }

  private static void key(String name, String key, Consumer<String> problems) {
    int bytes = key.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > 0 && bytes < LEAST_KEY) {
      problems.accept(
          "prospector." + name + " has " + bytes + " bytes: give it a secret of at least 16");
    }
  }

  private static void times(ProspectorProperties properties, Consumer<String> problems) {
    Duration lease = properties.store().lease();
    if (lease.compareTo(LEAST_LEASE) < 0) {
      problems.accept("prospector.store.lease is " + lease + ": give it at least 4s");
    }
    positive("run.step-timeout", properties.run().stepTimeout(), problems);
    positive("run.lead-timeout", properties.run().leadTimeout(), problems);
    positive("model.timeout", properties.model().timeout(), problems);
    notNegative("shutdown.drain", properties.shutdown().drain(), problems);
    notNegative("pages.delay", properties.pages().delay(), problems);
  }

  private static void positive(String name, Duration time, Consumer<String> problems) {
    if (time.isZero() || time.isNegative()) {
      problems.accept("prospector." + name + " is " + time + ": give it a time above zero");
    }
  }

  private static void notNegative(String name, Duration time, Consumer<String> problems) {
    if (time.isNegative()) {
      problems.accept("prospector." + name + " is " + time + ": give it a time of zero or more");
    }
  }

  private static void numbers(ProspectorProperties properties, Consumer<String> problems) {
    range("run.concurrency", properties.run().concurrency(), 100_000, problems);
    range("queue.runs", properties.queue().runs(), 10_000, problems);
    range("queue.runs-per-tenant", properties.queue().runsPerTenant(), 10_000, problems);
    range("dispatcher.leads", properties.dispatcher().leads(), 10_000, problems);
    range("web.followers", properties.web().followers(), 10_000, problems);
  }

  private static void range(String name, int value, int most, Consumer<String> problems) {
    if (value < 1 || value > most) {
      problems.accept("prospector." + name + " is " + value + ": give it 1 to " + most);
    }
  }

  private static void limits(ProspectorProperties.Limits limits, Consumer<String> problems) {
    money("run", limits.run(), problems);
    money("day", limits.day(), problems);
    money("month", limits.month(), problems);
    if (limits.unlimited() && !Amounts.limits(limits).all().isEmpty()) {
      problems.accept(
          "prospector.limits.unlimited is true beside other limits: set it to false, or leave the"
              + " others out");
    }
  }

  private static void money(
      String period, ProspectorProperties.Most most, Consumer<String> problems) {
    if (!most.money().isEmpty() && Amounts.money(most.money()).isEmpty()) {
      problems.accept(
          "prospector.limits."
              + period
              + ".money is '"
              + most.money()
              + "': write an amount and a currency, such as 10 USD");
    }
  }

  private static void model(ProspectorProperties properties, Consumer<String> problems) {
    ProspectorProperties.Model model = properties.model();
    if (model.name().isEmpty()) {
      if (!model.fallbacks().isEmpty() || !model.roles().isEmpty()) {
        problems.accept(
            "prospector.model.fallbacks or roles are set without a model: set"
                + " prospector.model.name");
      }
      return;
    }
    named("name", List.of(model.name()), problems);
    named("fallbacks", model.fallbacks(), problems);
    model.roles().forEach((role, chain) -> named("roles." + role, chain, problems));
    if (!properties.limits().unlimited() && Amounts.limits(properties.limits()).all().isEmpty()) {
      problems.accept(
          "prospector.model.name is set, and nothing limits what is spent: set"
              + " prospector.limits.run.money, such as 10 USD, another limit, or"
              + " prospector.limits.unlimited=true");
    }
  }

  private static void named(String name, List<String> models, Consumer<String> problems) {
    for (String model : models) {
      if (!MODEL.matcher(model).matches()) {
        problems.accept(
            "prospector.model."
                + name
                + " is '"
                + model
                + "': write PROVIDER:NAME, such as openai:gpt-5-mini");
      }
    }
  }

  private static void hosts(String name, List<String> hosts, Consumer<String> problems) {
    for (String host : hosts) {
      if (AllowedHost.parse(host).isEmpty()) {
        problems.accept(
            "prospector." + name + " has '" + host + "': write HOST:PORT, such as intranet:8080");
      }
    }
  }
}
