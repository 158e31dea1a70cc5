package dev.prospector.adapter.model.internal.wire;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a provider says went wrong, wherever in its answer that stands. */
public final class WireError extends Exception {

  private static final long serialVersionUID = 1;

  /** In place of a status where none is told. */
  public static final int NO_STATUS = 0;

  /** A body that came to its end before the answer did. */
  static final String CUT = "stream_cut";

  private final int status;
  private final String code;
  private final transient JsonNode details;

  public WireError(int status, String code, String message, JsonNode details) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.details = details;
  }

  /** Returns the error in a body, if one stands there in any of the forms that occur. */
  public static Optional<WireError> in(JsonNode body) {
    JsonNode root = body.isArray() ? body.path(0) : body;
    JsonNode error = root.path("error");
    if (error.isObject()) {
      return Optional.of(of(error));
    }
    if (error.isString()) {
      return Optional.of(new WireError(NO_STATUS, "", error.asString(""), root));
    }
    if (root.path("type").asString("").equals("error") || root.path("detail").isString()) {
      String message = root.path("message").asString(root.path("detail").asString(""));
      return Optional.of(new WireError(NO_STATUS, root.path("code").asString(""), message, root));
    }
    return Optional.empty();
  }

  public static WireError of(JsonNode error) {
    JsonNode code = error.path("code");
    int status = code.isInt() ? code.asInt(NO_STATUS) : NO_STATUS;
    StringBuilder codes = new StringBuilder();
    for (String name : new String[] {"code", "type", "status"}) {
      if (error.path(name).isString()) {
        codes.append(error.path(name).asString("")).append(' ');
      }
    }
    return new WireError(
        status, codes.toString().strip(), error.path("message").asString(""), error);
  }

  public static WireError cut() {
    return new WireError(NO_STATUS, CUT, "the answer came to an end before its end", Json.object());
  }

  int status() {
    return status;
  }

  /** Returns the provider's codes, in small letters, parted by spaces. */
  String codes() {
    return code.toLowerCase(Locale.ROOT);
  }

  String message() {
    return String.valueOf(getMessage());
  }

  JsonNode details() {
    return details;
  }
}
