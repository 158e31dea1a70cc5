package dev.prospector.adapter.store.internal.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.adapter.store.internal.context.ContextRow;
import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.context.BusinessContext;
import dev.prospector.lookup.Freshness;
import dev.prospector.store.RunTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;

/**
 * The terms of a run as they are stored.
 *
 * @param json what has no column of its own
 * @param context what the host sells, if it was said
 * @param label in columns of its own
 */
record TermsRow(String json, Optional<ContextRow> context, RunTerms.Label label) {

  private static final TypeReference<Form> FORM = new TypeReference<>() {};

  /** What is stored as JSON; what earlier versions did not store has its default. */
  private static final class Form {
    @JsonProperty("asOf")
    private Optional<Instant> asOf = Optional.empty();

    @JsonProperty("freshness")
    private Freshness freshness = Freshness.defaults();

    @JsonProperty("limits")
    private List<Limit> limits = List.of();

    @JsonProperty("without")
    private List<String> without = List.of();

    @JsonProperty("redo")
    private List<String> redo = List.of();

    @JsonProperty("salt")
    private String salt = "";

    @JsonProperty("joint")
    private boolean joint = true;
  }

  static TermsRow of(RunTerms terms) {
    Form form = new Form();
    form.asOf = terms.asOf();
    form.freshness = terms.freshness();
    form.limits = terms.limits().all();
    form.without = terms.agents().without();
    form.redo = terms.agents().redo();
    form.salt = terms.agents().salt();
    form.joint = terms.agents().joint();
    return new TermsRow(Json.text(form), terms.context().map(ContextRow::of), terms.label());
  }

  static RunTerms read(
      String json, Optional<BusinessContext> context, RunTerms.Label label, String run) {
    Form form = Json.read(json, FORM, run);
    return new RunTerms(
        form.asOf,
        form.freshness,
        context,
        new Limits(form.limits),
        new RunTerms.Agents(form.without, form.redo, form.salt, form.joint),
        label);
  }
}
