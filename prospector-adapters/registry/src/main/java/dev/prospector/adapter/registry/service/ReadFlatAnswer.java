package dev.prospector.adapter.registry.service;

import static dev.prospector.adapter.registry.service.RegistryFormat.text;

import dev.prospector.adapter.registry.record.EstablishmentRecord;
import tools.jackson.databind.JsonNode;

/** An answer whose parts stand side by side, under the names of the open data. */
final class ReadFlatAnswer {

  private ReadFlatAnswer() {}

  static void into(EstablishmentRecord record, JsonNode answer, boolean people) {
    record
        .line("CNPJ", text(answer, "cnpj"))
        .legalName(text(answer, "razao_social"))
        .line("Nome fantasia", EstablishmentRecord.withoutTaxpayer(text(answer, "nome_fantasia")))
        .status(text(answer, "descricao_situacao_cadastral"))
        .opened(text(answer, "data_inicio_atividade"))
        .activity(text(answer, "cnae_fiscal"), text(answer, "cnae_fiscal_descricao"))
        .line("Natureza jurídica", text(answer, "natureza_juridica"))
        .line("Porte", text(answer, "porte"))
        .line("Estabelecimento", text(answer, "descricao_identificador_matriz_filial"))
        .line(
            "Endereço",
            String.join(
                " ",
                text(answer, "descricao_tipo_de_logradouro"),
                text(answer, "logradouro"),
                text(answer, "numero"),
                text(answer, "complemento")))
        .line("Bairro", text(answer, "bairro"))
        .line("CEP", text(answer, "cep"))
        .line("Município", text(answer, "municipio"))
        .line("UF", text(answer, "uf"));
    if (people) {
      answer
          .path("qsa")
          .forEach(
              partner ->
                  record.line(
                      "Sócio", EstablishmentRecord.withoutTaxpayer(text(partner, "nome_socio"))));
    }
  }
}
