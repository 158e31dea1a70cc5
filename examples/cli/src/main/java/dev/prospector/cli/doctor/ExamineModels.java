package dev.prospector.cli.doctor;

import dev.prospector.adapter.model.Price;
import dev.prospector.adapter.model.Prices;
import dev.prospector.cli.model.KnownModel;
import dev.prospector.cli.terminal.Nearest;
import dev.prospector.error.PortException;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Schema;
import java.util.List;
import java.util.Optional;

/** Examines the models that a run would ask; asks each one small question if it is told to. */
public final class ExamineModels {

  private static final int NAMED = 3;
  private static final String FORM =
      "{\"type\":\"object\",\"properties\":{\"capital\":{\"type\":\"string\"}},"
          + "\"required\":[\"capital\"],\"additionalProperties\":false}";
  private static final Request QUESTION =
      Request.of("Answer in the form that is asked for.", "What is the capital of Portugal?", 500)
          .withSchema(Schema.of("capital", FORM));

  private final Diagnosis diagnosis;

  public ExamineModels(Diagnosis diagnosis) {
    this.diagnosis = diagnosis;
  }

  /** Says what is known of a model without asking it. */
  public void known(KnownModel model) {
    LanguageModel opened = model.open();
    diagnosis.fine(
        "model",
        model.settings()
            + " at "
            + model.provider().base()
            + ", schema "
            + opened.capabilities().schema());
    String variable = model.provider().keyVariable();
    if (model.lacksKey()) {
      diagnosis.problem("key", "the environment has no " + variable + ": set it");
    } else {
      diagnosis.fine("key", variable.isEmpty() ? "none is needed" : variable + " is set");
    }
    price(model);
  }

  private void price(KnownModel model) {
    Optional<Price> price = model.settings().price();
    if (price.isPresent()) {
      Price.Step first = price.get().steps().get(0);
      String rates =
          first.input().stripTrailingZeros().toPlainString()
              + " and "
              + first.output().stripTrailingZeros().toPlainString()
              + " "
              + price.get().currency()
              + " for a million tokens of prompt and answer";
      String of = model.ownPrices() ? "with your file in front of prices" : "prices";
      diagnosis.fine("price", rates + ", " + of + " as of " + Prices.DATE);
      return;
    }
    List<String> near = Nearest.of(model.others(), model.settings().model(), NAMED);
    diagnosis.note(
        "price",
        "none is known of " + model.settings() + near(near),
        "limit tokens or calls, or give --prices FILE");
  }

  private static String near(List<String> names) {
    return names.isEmpty() ? "" : " (near it are " + String.join(", ", names) + ")";
  }

  /** Asks one small question, which is paid for. */
  public void ask(KnownModel model) throws InterruptedException {
    if (model.lacksKey()) {
      return;
    }
    try {
      Answer answer = model.open().ask(QUESTION);
      String cost = answer.usage().money() == null ? "" : ", " + answer.usage().money();
      String told =
          answer.ending()
              + " by "
              + answer.model()
              + ", "
              + answer.usage().tokens()
              + " tokens"
              + cost;
      if (answer.ending() != Answer.Ending.COMPLETE) {
        diagnosis.problem("answer", told + ": it cannot be worked with so");
      } else if (!answer.text().contains("capital")) {
        diagnosis.problem("answer", told + ", but not in the form that was asked for");
      } else {
        diagnosis.fine("answer", told);
      }
    } catch (PortException e) {
      List<String> near = Nearest.of(model.others(), model.settings().model(), NAMED);
      boolean unknown = String.valueOf(e.getMessage()).contains("404");
      diagnosis.problem("answer", e.getMessage() + (unknown ? near(near) : ""));
    }
  }
}
