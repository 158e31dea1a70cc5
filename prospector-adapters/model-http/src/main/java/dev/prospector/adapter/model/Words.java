package dev.prospector.adapter.model;

import dev.prospector.adapter.model.internal.wire.WireSettings;
import dev.prospector.model.Capabilities.SchemaForm;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Schema;

/** What is said in words where a field cannot say it. */
final class Words {

  private Words() {}

  /** Returns whether the provider holds the model to the schema in this form. */
  static boolean enforces(Request request, WireSettings settings, SchemaForm form) {
    return request.schema().filter(Schema::enforced).isPresent() && settings.schemaNow() == form;
  }

  /** Returns the instructions, with the schema where nothing else shows it. */
  static String instructions(Request request, WireSettings settings) {
    if (request.schema().isEmpty()) {
      return request.instructions();
    }
    boolean shown =
        request.schema().get().enforced()
            && (settings.schemaNow() == SchemaForm.STRICT
                || settings.schemaNow() == SchemaForm.TOOL);
    return shown
        ? request.instructions()
        : request.instructions()
            + "\n\nAnswer with one JSON object and nothing else, by this JSON Schema:\n"
            + request.schema().get().json();
  }
}
