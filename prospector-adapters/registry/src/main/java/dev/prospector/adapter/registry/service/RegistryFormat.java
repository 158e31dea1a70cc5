package dev.prospector.adapter.registry.service;

import dev.prospector.adapter.registry.record.EstablishmentRecord;
import dev.prospector.http.HttpUrl;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** How services answer for the Brazilian register. */
public enum RegistryFormat {
  /** As {@code brasilapi.com.br} does. */
  BRASIL_API("https://brasilapi.com.br", "/api/cnpj/v1/", Duration.ofSeconds(1)) {
    @Override
    void read(JsonNode answer, EstablishmentRecord record, boolean people) {
      ReadFlatAnswer.into(record, answer, people);
    }
  },
  /** As {@code minhareceita.org} does. */
  MINHA_RECEITA("https://minhareceita.org", "/", Duration.ofSeconds(1)) {
    @Override
    void read(JsonNode answer, EstablishmentRecord record, boolean people) {
      ReadFlatAnswer.into(record, answer, people);
    }
  },
  /** As {@code publica.cnpj.ws} does, which takes three questions a minute. */
  CNPJ_WS("https://publica.cnpj.ws", "/cnpj/", Duration.ofSeconds(20)) {
    @Override
    void read(JsonNode answer, EstablishmentRecord record, boolean people) {
      ReadNestedAnswer.into(record, answer, people);
    }
  };

  private final String usualHost;
  private final String path;
  private final Duration pace;

  RegistryFormat(String usualHost, String path, Duration pace) {
    this.usualHost = usualHost;
    this.path = path;
    this.pace = pace;
  }

  /** Returns the public service of this format. */
  public HttpUrl usualHost() {
    return HttpUrl.parse(usualHost);
  }

  /** Returns the time between two questions that the public service asks for. */
  public Duration usualPace() {
    return pace;
  }

  String path() {
    return path;
  }

  abstract void read(JsonNode answer, EstablishmentRecord record, boolean people);

  static String text(JsonNode parent, String name) {
    JsonNode value = parent.path(name);
    return value.isString() || value.isNumber() ? value.asString("") : "";
  }
}
