package dev.prospector.agents.need;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.internal.Expression;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Tells what the words of a problem are about. */
final class Categories {

  private static final Map<PainCategory, Expression> WORDS = words();

  private Categories() {}

  private static Map<PainCategory, Expression> words() {
    Map<PainCategory, Expression> words = new EnumMap<>(PainCategory.class);
    put(
        words,
        PainCategory.CUSTOMERS,
        "client\\w{0,3}|customer\\w?|consumi\\w{2,6}|buyer\\w?|reclama\\w{0,6}|complain\\w{0,3}|queja\\w?|devolu\\w{2,6}|returns|satisfa\\w{2,6}|fideli\\w{2,6}|churn");
    put(
        words,
        PainCategory.PEOPLE,
        "motorista\\w?|driver\\w?|conductor\\w{0,3}|funcionari\\w{1,2}|colaborador\\w{0,2}|staff|employee\\w?|emplead\\w{1,2}|horas extras?|overtime|jornada|turnover|rotativ\\w{2,5}|contrata\\w{0,4}|hiring|equipe|equipo|team|trein\\w{2,6}|training|capacit\\w{2,6}");
    put(
        words,
        PainCategory.COST,
        "cust\\w{1,4}|cost\\w{0,4}|gast\\w{1,2}|caro\\w?|expens\\w{2,4}|despes\\w{1,3}|combust\\w{3,6}|fuel|gasolina|diesel|preco\\w?|price\\w?|precio\\w?|margem|margen|margin\\w?|desperd\\w{2,6}|waste");
    put(
        words,
        PainCategory.RISK,
        "risc\\w{1,2}|risk\\w?|riesgo\\w?|mult\\w{1,2}|fine\\w?|acident\\w{1,3}|accident\\w{0,3}|segur\\w{2,6}|security|safety|compliance|norma\\w?|regul\\w{2,8}|fraud\\w{0,3}|perda\\w?|loss\\w{0,2}|roubo\\w?|theft|robo\\w?");
    put(
        words,
        PainCategory.TIME,
        "atras\\w{1,4}|delay\\w{0,3}|late|retras\\w{1,3}|demor\\w{1,4}|tempo|time|tiempo|hora\\w?|hour\\w?|prazo\\w?|deadline\\w?|plazo\\w?|lent\\w{1,5}|slow\\w{0,4}|esper\\w{1,4}|wait\\w{0,4}|rota\\w?|route\\w?|ruta\\w?");
    rest(words);
    return words;
  }

  private static void rest(Map<PainCategory, Expression> words) {
    put(
        words,
        PainCategory.TECHNOLOGY,
        "sistema\\w?|system\\w?|software|planilha\\w?|spreadsheet\\w?|hojas? de calculo|papel|paper|manual\\w{0,5}|a mao|a mano|by hand|digital\\w{0,6}|integra\\w{0,6}|dados|data|datos|memoria|excel");
    put(
        words,
        PainCategory.QUALITY,
        "qualid\\w{2,5}|quality|calidad|defeito\\w?|defect\\w{0,2}|erro\\w?|error\\w{0,2}|mistake\\w?|falha\\w?|failure\\w?|falla\\w?|retrabalho|rework|avaria\\w?|damage\\w?");
    put(
        words,
        PainCategory.SALES,
        "venda\\w?|sales|venta\\w?|lead\\w?|proposta\\w?|proposal\\w?|convers\\w{2,4}|comercial|prospec\\w{2,6}|marketing");
    put(
        words,
        PainCategory.SUPPLY,
        "fornec\\w{2,8}|supplier\\w?|supply|proveedor\\w{0,2}|estoque\\w?|inventory|inventario\\w?|stock|materi\\w{2,6}|suprimento\\w?|abastec\\w{2,8}");
    put(
        words,
        PainCategory.GROWTH,
        "cresc\\w{2,6}|grow\\w{0,3}|crec\\w{2,6}|escala\\w?|scal\\w{1,4}|expan\\w{2,6}|capacid\\w{2,4}|capacity|filia\\w{1,3}|branch\\w{0,2}|sucursal\\w{0,2}");
  }

  private static void put(Map<PainCategory, Expression> words, PainCategory category, String any) {
    words.put(category, Expression.of("\\b(?:" + any + ")\\b"));
  }

  /** Returns the category whose words occur most; of equal ones the more particular. */
  static PainCategory of(String text) {
    String folded = Folded.of(text);
    PainCategory best = PainCategory.QUALITY;
    int most = 0;
    for (Map.Entry<PainCategory, Expression> entry : WORDS.entrySet()) {
      int count = Objects.requireNonNull(entry.getValue()).all(folded).size();
      if (count > most) {
        most = count;
        best = entry.getKey();
      }
    }
    return best;
  }
}
