package dev.prospector.adapter.store.internal.context;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.Language;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * A context as it is stored, once per content.
 *
 * @param content the hash of the body
 * @param body the context as JSON
 */
public record ContextRow(String content, String body) {

  private static final TypeReference<Form> FORM = new TypeReference<>() {};

  /** Everything that a context says; what a later version adds is empty here. */
  private static final class Form {
    @JsonProperty("language")
    private String language = Language.EN.tag();

    @JsonProperty("texts")
    private Map<BusinessContext.Text, String> texts = new LinkedHashMap<>();

    @JsonProperty("items")
    private Map<BusinessContext.Items, List<String>> items = new LinkedHashMap<>();

    @JsonProperty("averageDealValue")
    private @Nullable Money averageDealValue;

    @JsonProperty("margin")
    private @Nullable Double margin;
  }

  /** Returns the row of a context: equal contexts have equal rows. */
  public static ContextRow of(BusinessContext context) {
    Form form = new Form();
    form.language = context.language().tag();
    for (BusinessContext.Text property : BusinessContext.Text.values()) {
      if (!context.text(property).isEmpty()) {
        form.texts.put(property, context.text(property));
      }
    }
    for (BusinessContext.Items property : BusinessContext.Items.values()) {
      if (!context.items(property).isEmpty()) {
        form.items.put(property, new ArrayList<>(context.items(property)));
      }
    }
    form.averageDealValue = context.averageDealValue().orElse(null);
    form.margin = context.margin().orElse(null);
    String body = Json.text(form);
    return new ContextRow(Fingerprint.hasher().add(body).finish().toString(), body);
  }

  /** Returns what a row says. */
  static BusinessContext read(String body) {
    Form form = Json.read(body, FORM, "a business context");
    BusinessContext.Builder context =
        BusinessContext.builder().language(Language.of(form.language).orElse(Language.EN));
    form.texts.forEach(context::text);
    form.items.forEach(context::items);
    Optional.ofNullable(form.averageDealValue).ifPresent(context::averageDealValue);
    Optional.ofNullable(form.margin).ifPresent(context::margin);
    return context.build();
  }
}
