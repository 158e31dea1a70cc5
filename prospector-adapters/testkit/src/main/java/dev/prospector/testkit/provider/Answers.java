package dev.prospector.testkit.provider;

import dev.prospector.model.LanguageModel.Answer.Ending;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * Makes answers: the same one for the same sources and schema, in every dialect, however often and
 * in which order it is asked. Safe for several threads.
 */
final class Answers {

  private final Manner manner;
  private final long seed;

  Answers(Manner manner, long seed) {
    this.manner = manner;
    this.seed = seed;
  }

  Reply to(Asked asked) {
    Random random = new Random(seed + 31L * asked.sources().hashCode() + names(asked.schema()));
    if (!asked.schema().isObject()) {
      return Reply.whole(asked.sources().values().stream().findFirst().orElse("Yes."));
    }
    HonestAnswer answer = new HonestAnswer(asked, random);
    JsonNode honest = answer.of(asked.schema()).orElseGet(() -> Asked.JSON.createObjectNode());
    Reply reply =
        switch (manner) {
          case HONEST -> Reply.whole(honest.toString());
          case SLOPPY ->
              asked.again()
                  ? Reply.whole("```json\n" + honest + "\n```")
                  : SloppyAnswer.of(honest, random);
          case HOSTILE -> new HostileAnswer(asked, random).of(honest);
        };
    return reply.within(asked.longest());
  }

  private static long names(JsonNode schema) {
    return Optional.of(schema.path("properties"))
        .map(properties -> (long) properties.propertyNames().toString().hashCode())
        .orElse(0L);
  }

  static Reply refusal() {
    return new Reply("I cannot help with that.", Ending.REFUSED);
  }
}
