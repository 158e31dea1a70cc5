package dev.prospector.adapter.model.internal.wire;

import dev.prospector.adapter.model.internal.wire.WireSettings.Refusal;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.error.UnansweredException;
import dev.prospector.model.LanguageModel.Answer.Ending;
import dev.prospector.model.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads what to do about a failure: codes decide, not prose, wherever a provider has codes. */
public final class ReadFailure {

  private static final Pattern CODE = Pattern.compile("[a-z_]{2,60}");
  private static final int TOO_MANY = 429;
  private static final int OVERLOADED = 529;
  private static final List<String> SPENT =
      List.of(
          "insufficient_quota",
          "credit_balance_exhausted",
          "enforced_spend_limit_reached",
          "billing_hard_limit_reached",
          "billing_not_active",
          "insufficient_credits",
          "insufficient_balance");
  private static final List<String> TOO_LONG =
      List.of(
          "context window",
          "context length",
          "context_length",
          "maximum context",
          "prompt is too long",
          "input is too long",
          "input token count",
          "too many tokens",
          "exceeds the available context",
          "request too large for model",
          "reduce the length");
  private static final Set<Integer> PASSING = Set.of(408, 409, 500, 502, 503, 504, OVERLOADED);

  private final String model;
  private final Clock clock;

  public ReadFailure(String model, Clock clock) {
    this.model = model;
    this.clock = clock;
  }

  /** Returns what a failure asks to be left out or said otherwise; empty if it asks for nothing. */
  public static Optional<Refusal> refusal(WireReply reply, WireError error) {
    int status = status(reply, error);
    if (status != 400 && status != 422 && status != 404) {
      return Optional.empty();
    }
    String param = Json.text(error.details(), "param").toLowerCase(Locale.ROOT);
    String said = (error.codes() + " " + param + " " + error.message()).toLowerCase(Locale.ROOT);
    boolean refuses =
        said.contains("unsupported")
            || said.contains("not support")
            || said.contains("unknown")
            || said.contains("unrecognized")
            || said.contains("extra inputs")
            || said.contains("invalid schema")
            || said.contains("too large")
            || said.contains("unexpected")
            || said.contains("not permitted")
            || said.contains("incompatible");
    return refuses ? named(said) : Optional.empty();
  }

  private static Optional<Refusal> named(String said) {
    if (said.contains("max_tokens") || said.contains("max_completion_tokens")) {
      return Optional.of(Refusal.LENGTH_FIELD);
    }
    if (said.contains("reasoning") || said.contains("effort") || said.contains("thinking")) {
      return Optional.of(Refusal.EFFORT);
    }
    if (said.contains("compiled grammar")
        || said.contains("json_schema")
        || said.contains("output_config")
        || said.contains("output_format")
        || said.contains("invalid schema")
        || said.contains("responsejsonschema")
        || said.contains("response_json_schema")) {
      return Optional.of(Refusal.STRICT_SCHEMA);
    }
    if (said.contains("response_format")
        || said.contains("tool_choice")
        || said.contains("text.format")
        || said.contains("json mode")
        || said.contains("response mime type")
        || said.contains("format")) {
      return Optional.of(Refusal.OTHER_SCHEMA);
    }
    if (said.contains("role") && said.contains("system") || said.contains("developer")) {
      return Optional.of(Refusal.SYSTEM_ROLE);
    }
    return said.contains("cache_control") ? Optional.of(Refusal.CACHE) : Optional.empty();
  }

  private static int status(WireReply reply, WireError error) {
    return reply.isSuccess() && error.status() != WireError.NO_STATUS
        ? error.status()
        : reply.status();
  }

  /** Returns the answer that stands in a failure, where one does. */
  public static Optional<WireAnswer> answer(WireError error) {
    String codes = error.codes();
    boolean filtered =
        codes.contains("content_filter")
            || error.details().path("innererror").has("content_filter_result")
            || error.details().path("metadata").has("flagged_input")
            || codes.contains("content_policy_violation");
    if (filtered) {
      return Optional.of(new WireAnswer("", Ending.BLOCKED, Tokens.UNKNOWN, "", ""));
    }
    String failed = Json.text(error.details(), "failed_generation");
    return codes.contains("json_validate_failed") || codes.contains("tool_use_failed")
        ? Optional.of(WireAnswer.of(failed, Ending.COMPLETE, Tokens.UNKNOWN, "", ""))
        : Optional.empty();
  }

  /** Returns the exception of a failure. */
  public PortException exception(WireReply reply, WireError error) {
    int status = status(reply, error);
    String codes = shown(error.codes());
    String what = "status " + status + (codes.isEmpty() ? "" : ", " + codes);
    if (error.codes().equals(WireError.CUT)) {
      return new UnansweredException(
          model, "the answer was cut before its end", RetryAdvice.backOff(), null);
    }
    RetryAdvice advice = advice(reply, error, status);
    return new PortException(model, what + todo(advice, error, status), advice);
  }

  /** Some providers repeat the key that they refuse: only what looks like a code is told. */
  private static String shown(String codes) {
    return Stream.of(codes.split("\\s+"))
        .filter(code -> CODE.matcher(code).matches())
        .collect(Collectors.joining(" "));
  }

  private static String todo(RetryAdvice advice, WireError error, int status) {
    if (advice.kind() == RetryAdvice.Kind.SHORTEN) {
      return ": the question is longer than the model takes";
    }
    if (advice.kind() != RetryAdvice.Kind.MEND) {
      return "";
    }
    if (isSpent(error, status)) {
      return ": the account's credit or quota is used up; pay, or raise it, at the provider";
    }
    return status == 404
        ? ": there is no such model at this address; check its name and the address"
        : ": the key is not accepted; check it, and what it may do, at the provider";
  }

  private RetryAdvice advice(WireReply reply, WireError error, int status) {
    if (isSpent(error, status) || isKeyOrModel(error, status) || isDayOver(error)) {
      return RetryAdvice.mend();
    }
    if (isTooLong(error, status)) {
      return RetryAdvice.shorten();
    }
    String should = reply.header("x-should-retry");
    if (should.equals("false")) {
      return RetryAdvice.never();
    }
    boolean overloaded =
        error.codes().contains("overloaded") || error.codes().contains("unavailable");
    boolean many =
        status == TOO_MANY
            || error.codes().contains("rate_limit")
            || error.codes().contains("resource_exhausted");
    if (!many
        && !overloaded
        && !PASSING.contains(status)
        && !should.equals("true")
        && !isServerCode(error)) {
      return RetryAdvice.never();
    }
    Optional<Duration> told = RetryTime.of(reply, error.details(), clock);
    if (told.isPresent()) {
      return RetryAdvice.after(told.get());
    }
    return many ? RetryAdvice.ease() : RetryAdvice.backOff();
  }

  private static boolean isServerCode(WireError error) {
    String codes = error.codes();
    return codes.contains("server_error")
        || codes.contains("api_error")
        || codes.contains("internal")
        || codes.contains("timeout");
  }

  private static boolean isSpent(WireError error, int status) {
    return status == 402
        || SPENT.stream().anyMatch(error.codes()::contains)
        || status == 400 && error.message().contains("credit balance is too low");
  }

  private static boolean isKeyOrModel(WireError error, int status) {
    boolean badKey = false;
    for (JsonNode detail : error.details().path("details")) {
      badKey |= Json.text(detail, "reason").equals("API_KEY_INVALID");
    }
    return status == 401 || status == 403 || status == 404 || badKey;
  }

  /** A quota for a day, without a word on when it is there again. */
  private static boolean isDayOver(WireError error) {
    boolean day = false;
    for (JsonNode detail : error.details().path("details")) {
      if (detail.has("retryDelay")) {
        return false;
      }
      for (JsonNode violation : detail.path("violations")) {
        day |= Json.text(violation, "quotaId").contains("PerDay");
      }
    }
    return day;
  }

  private static boolean isTooLong(WireError error, int status) {
    String said = (error.codes() + " " + error.message()).toLowerCase(Locale.ROOT);
    return status == 413 || status == 400 && TOO_LONG.stream().anyMatch(said::contains);
  }
}
