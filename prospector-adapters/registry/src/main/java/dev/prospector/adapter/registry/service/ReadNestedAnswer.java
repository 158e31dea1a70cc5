package dev.prospector.adapter.registry.service;

import static dev.prospector.adapter.registry.service.RegistryFormat.text;

import dev.prospector.adapter.registry.record.EstablishmentRecord;
import tools.jackson.databind.JsonNode;

/** An answer in which the establishment stands inside of its company. */
final class ReadNestedAnswer {

  private ReadNestedAnswer() {}

  static void into(EstablishmentRecord record, JsonNode answer, boolean people) {
    JsonNode here = answer.path("estabelecimento");
    JsonNode activity = here.path("atividade_principal");
    record
        .line("CNPJ", text(here, "cnpj"))
        .legalName(text(answer, "razao_social"))
        .line("Nome fantasia", EstablishmentRecord.withoutTaxpayer(text(here, "nome_fantasia")))
        .status(text(here, "situacao_cadastral"))
        .opened(text(here, "data_inicio_atividade"))
        .activity(text(activity, "id"), text(activity, "descricao"))
        .line("Natureza jurídica", text(answer.path("natureza_juridica"), "descricao"))
        .line("Porte", text(answer.path("porte"), "descricao"))
        .line("Estabelecimento", text(here, "tipo"))
        .line(
            "Endereço",
            String.join(
                " ",
                text(here, "tipo_logradouro"),
                text(here, "logradouro"),
                text(here, "numero"),
                text(here, "complemento")))
        .line("Bairro", text(here, "bairro"))
        .line("CEP", text(here, "cep"))
        .line("Município", text(here.path("cidade"), "nome"))
        .line("UF", text(here.path("estado"), "sigla"));
    if (people) {
      answer
          .path("socios")
          .forEach(
              partner ->
                  record.line("Sócio", EstablishmentRecord.withoutTaxpayer(text(partner, "nome"))));
    }
  }
}
