package dev.prospector.adapter.model;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.prospector.model.Block;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Schema;
import dev.prospector.model.Turn;

/** Estimates tokens: counted by one tokenizer, with room for those that count more. */
final class CountTokens {

  private static final double ROOM = 1.15;
  private static final int BESIDES = 100;

  /** Loaded once, when something is counted first. */
  private static final class Loaded {
    static final Encoding ENCODING =
        Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
  }

  private CountTokens() {}

  static long of(String text) {
    return Loaded.ENCODING.countTokensOrdinary(text);
  }

  /** Returns an estimate of a question's tokens, without its answer. */
  static long ofRequest(Request request) {
    long counted = of(request.instructions());
    counted += request.schema().map(Schema::json).map(CountTokens::of).orElse(0L);
    for (Block block : request.material()) {
      counted += of(block.text());
    }
    for (Turn turn : request.turns()) {
      counted += of(turn.answer()) + of(turn.objection());
    }
    return (long) Math.ceil(counted * ROOM) + BESIDES;
  }
}
