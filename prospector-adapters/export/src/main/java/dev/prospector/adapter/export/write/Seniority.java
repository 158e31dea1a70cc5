package dev.prospector.adapter.export.write;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How likely somebody of a position decides on a purchase, by its words in four languages. */
final class Seniority {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Those who own or lead a company; then its other directors; then those who lead a part. */
  private static final List<List<String>> RANKS =
      List.of(
          List.of(
              "manager",
              "gerente",
              "leiter",
              "leiterin",
              "jefe",
              "jefa",
              "chefe",
              "coordenador",
              "coordenadora",
              "coordinador",
              "coordinadora",
              "coordinator",
              "supervisor",
              "supervisora",
              "encargado",
              "encarregado",
              "responsavel",
              "responsable",
              "lead",
              "verantwortlich",
              "verantwortlicher"),
          List.of(
              "director",
              "directora",
              "diretor",
              "diretora",
              "direktor",
              "direktorin",
              "cfo",
              "coo",
              "cto",
              "cmo",
              "cio",
              "cro",
              "cco",
              "cpo",
              "chief",
              "vp",
              "vice president",
              "vice presidente",
              "head",
              "head of",
              "vorstand",
              "vorstandin",
              "prokurist",
              "prokuristin",
              "partner",
              "superintendente"),
          List.of(
              "owner",
              "co owner",
              "founder",
              "cofounder",
              "co founder",
              "proprietor",
              "ceo",
              "chief executive",
              "chief executive officer",
              "president",
              "presidente",
              "chairman",
              "chairwoman",
              "managing director",
              "managing partner",
              "general manager",
              "proprietario",
              "proprietaria",
              "dono",
              "dona",
              "socio",
              "socia",
              "socio administrador",
              "administrador",
              "administradora",
              "fundador",
              "fundadora",
              "cofundador",
              "cofundadora",
              "diretor geral",
              "diretora geral",
              "diretor executivo",
              "diretora executiva",
              "director general",
              "directora general",
              "director ejecutivo",
              "directora ejecutiva",
              "gerente general",
              "gerente geral",
              "propietario",
              "propietaria",
              "dueno",
              "duena",
              "titular",
              "geschaftsfuhrer",
              "geschaftsfuhrerin",
              "inhaber",
              "inhaberin",
              "grunder",
              "grunderin"));

  /** Positions that begin with such words and decide nothing. */
  private static final List<String> NOT =
      List.of(
          "assistant",
          "assistente",
          "asistente",
          "secretary",
          "secretaria",
          "assistenz",
          "intern",
          "estagiario",
          "estagiaria",
          "praktikant",
          "former",
          "ex",
          "vice president of the board");

  private Seniority() {}

  /** Returns 0 without a position, 1 for any, more the more it decides. */
  static int of(String role) {
    if (role.isBlank()) {
      return 0;
    }
    String bare = MARKS.matcher(Normalizer.normalize(role, Normalizer.Form.NFKD)).replaceAll("");
    String words =
        " " + NO_WORD.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
    if (NOT.stream().anyMatch(word -> words.contains(" " + word + " "))) {
      return 1;
    }
    for (int rank = RANKS.size() - 1; rank >= 0; rank--) {
      if (RANKS.get(rank).stream().anyMatch(word -> words.contains(" " + word + " "))) {
        return isVice(words, rank) ? rank + 1 : rank + 2;
      }
    }
    return 1;
  }

  /** A vice president is no president. */
  private static boolean isVice(String words, int rank) {
    return rank == RANKS.size() - 1 && words.contains(" vice president");
  }
}
