package dev.prospector.adapter.model;

import dev.prospector.adapter.model.internal.wire.Json;
import dev.prospector.adapter.model.internal.wire.LimitsTold;
import dev.prospector.adapter.model.internal.wire.ReadFailure;
import dev.prospector.adapter.model.internal.wire.SseEvents;
import dev.prospector.adapter.model.internal.wire.Wire;
import dev.prospector.adapter.model.internal.wire.WireAnswer;
import dev.prospector.adapter.model.internal.wire.WireError;
import dev.prospector.adapter.model.internal.wire.WireReply;
import dev.prospector.adapter.model.internal.wire.WireSettings;
import dev.prospector.adapter.model.internal.wire.WireSettings.Refusal;
import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.error.UnansweredException;
import dev.prospector.http.HttpTransport;
import dev.prospector.model.Capabilities;
import dev.prospector.model.Effort;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * A language model behind the HTTP interface of its provider. What the provider refuses once is
 * left out from then on. It repeats nothing but that; safe for several threads.
 */
public final class HttpModel implements LanguageModel {

  private static final Logger LOG = LoggerFactory.getLogger(HttpModel.class);

  /** What providers add to a prompt, in tokens; no text has more tokens than bytes. */
  private static final int ADDED = 1_000;

  private final HttpModelSettings settings;
  private final Wire wire;
  private final WireForm form;
  private final ReadFailure failures;
  private final Capabilities capabilities;
  private final Set<Refusal> refused = ConcurrentHashMap.newKeySet();

  /** Creates a model that is asked over a transport. */
  public HttpModel(HttpModelSettings settings, HttpTransport transport) {
    this.settings = settings;
    this.wire = new Wire(transport);
    this.form = settings.provider().dialect().form();
    this.failures = new ReadFailure(settings.model(), settings.clock());
    this.capabilities = capabilities(settings);
  }

  private static Capabilities capabilities(HttpModelSettings settings) {
    Provider provider = settings.provider();
    int context =
        Prices.shipped()
            .context(provider.pricesOf(), settings.model())
            .orElse(provider.context() > 0 ? provider.context() : Integer.MAX_VALUE);
    return new Capabilities(
        context, Integer.MAX_VALUE, provider.schema(settings.model()), provider.cache());
  }

  @Override
  public String name() {
    return settings.toString();
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  /** No provider documents that it does the work of one key once. */
  @Override
  public Effect effect() {
    return Effect.READ;
  }

  @Override
  public Usage upperBound(Request request) {
    long prompt = body(request).getBytes(StandardCharsets.UTF_8).length + ADDED;
    return usage(prompt, request.longestAnswer());
  }

  @Override
  public Usage estimate(Request request) {
    return usage(CountTokens.ofRequest(request), request.longestAnswer());
  }

  private Usage usage(long prompt, long answer) {
    return new Usage(
        settings.price().map(price -> price.atMost(prompt, answer)).orElse(null),
        prompt + answer,
        1);
  }

  private WireSettings wireSettings() {
    Provider provider = settings.provider();
    Set<Refusal> now = EnumSet.noneOf(Refusal.class);
    now.addAll(refused);
    return new WireSettings(
        settings.model(),
        provider.lengthField(),
        provider.effortField(settings.model()),
        provider.schema(settings.model()),
        provider.cache(),
        provider.context(),
        provider.extra(),
        Collections.unmodifiableSet(now),
        settings.stream());
  }

  private String body(Request request) {
    return form.body(thinking(request), wireSettings()).toString();
  }

  private Request thinking(Request request) {
    return request.effort() == Effort.NONE
        ? request
        : settings.effort().map(request::withEffort).orElse(request);
  }

  @Override
  public Answer ask(Request request) throws InterruptedException {
    Set<Refusal> before = wireSettings().refused();
    Outcome outcome = once(request);
    if (outcome.refusal().filter(r -> !before.contains(r)).isPresent()) {
      remember(outcome.refusal().get());
      outcome = once(request);
    }
    if (outcome.failure().isPresent()) {
      throw outcome.failure().get();
    }
    return answer(outcome.answer().orElseThrow(), request);
  }

  private void remember(Refusal refusal) {
    if (refused.add(refusal)) {
      LOG.warn("{} does not take {}: asked without it from now on", name(), refusal);
    }
  }

  /** What came of one call: an answer or a failure, and what the provider wants left out. */
  private record Outcome(
      Optional<WireAnswer> answer, Optional<PortException> failure, Optional<Refusal> refusal) {

    static Outcome of(WireAnswer answer) {
      return new Outcome(Optional.of(answer), Optional.empty(), Optional.empty());
    }

    static Outcome of(PortException failure) {
      return new Outcome(Optional.empty(), Optional.of(failure), Optional.empty());
    }
  }

  private Outcome once(Request request) throws InterruptedException {
    String url = settings.provider().base() + form.path(settings.model(), settings.stream());
    WireReply reply = wire.post(url, headers(), body(request), settings.timeout());
    LimitsTold.in(reply).tell(settings.gate());
    try {
      return Outcome.of(read(reply));
    } catch (WireError e) {
      Optional<WireAnswer> answer = ReadFailure.answer(e);
      return answer
          .map(Outcome::of)
          .orElseGet(
              () ->
                  new Outcome(
                      Optional.empty(),
                      Optional.of(failures.exception(reply, e)),
                      ReadFailure.refusal(reply, e)));
    } catch (PortException e) {
      return Outcome.of(e);
    }
  }

  private WireAnswer read(WireReply reply) throws WireError {
    boolean events = reply.header("content-type").contains("event-stream");
    if (reply.isSuccess() && (events || settings.stream())) {
      SseEvents stream = SseEvents.of(reply.body());
      if (stream.isDamaged()) {
        throw new UnansweredException(
            name(), "an event of the answer was no JSON", RetryAdvice.backOff(), null);
      }
      return form.assemble(stream.events());
    }
    Optional<JsonNode> body = Json.read(reply.text());
    if (body.isEmpty()) {
      throw notJson(reply);
    }
    if (!reply.isSuccess()) {
      throw WireError.in(body.get()).orElseGet(() -> WireError.of(body.get()));
    }
    return form.read(body.get());
  }

  /** A proxy's page, a redirect, or a server that is in trouble. */
  private PortException notJson(WireReply reply) {
    WireError nothing = new WireError(WireError.NO_STATUS, "", "", Json.object());
    return reply.isSuccess() || reply.status() < 400
        ? new PortException(
            name(),
            "status " + reply.status() + " without JSON: is the address right, or a proxy between?",
            RetryAdvice.never())
        : failures.exception(reply, nothing);
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>();
    headers.put("content-type", "application/json");
    headers.put("accept", settings.stream() ? "text/event-stream" : "application/json");
    if (settings.provider().dialect() == Dialect.ANTHROPIC) {
      headers.put("anthropic-version", "2023-06-01");
    }
    if (!settings.key().isEmpty()) {
      String header = settings.provider().keyHeader();
      headers.put(
          header.isEmpty() ? "authorization" : header,
          header.isEmpty() ? "Bearer " + settings.key() : settings.key());
    }
    return headers;
  }

  /** What it did not count, it may have done in full. */
  private Answer answer(WireAnswer wire, Request request) {
    Tokens tokens = wire.tokens();
    boolean told = tokens.total() > 0;
    Usage usage =
        told
            ? new Usage(
                settings.price().map(price -> price.of(tokens)).orElse(null), tokens.total(), 1)
            : upperBound(request);
    String model = wire.model().isEmpty() ? settings.model() : wire.model();
    return new Answer(wire.text(), wire.ending(), usage, model, tokens, wire.requestId());
  }

  @Override
  public String toString() {
    return name();
  }
}
