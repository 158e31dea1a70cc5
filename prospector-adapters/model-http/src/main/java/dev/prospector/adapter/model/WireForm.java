package dev.prospector.adapter.model;

import dev.prospector.adapter.model.internal.wire.WireAnswer;
import dev.prospector.adapter.model.internal.wire.WireError;
import dev.prospector.adapter.model.internal.wire.WireSettings;
import dev.prospector.model.LanguageModel.Request;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A dialect: pure functions from a request to JSON, and from JSON to an answer. */
interface WireForm {

  /** Returns where a question is sent, after the base address. */
  String path(String model, boolean stream);

  /** Returns what is sent. */
  ObjectNode body(Request request, WireSettings settings);

  /**
   * Returns the answer of a body that came with a success.
   *
   * @throws WireError if it tells of an error all the same
   */
  WireAnswer read(JsonNode body) throws WireError;

  /**
   * Returns the whole answer that the events of a stream make.
   *
   * @param events what stood in each, in order
   * @throws WireError if one tells of an error, or the end is missing
   */
  WireAnswer assemble(List<JsonNode> events) throws WireError;
}
