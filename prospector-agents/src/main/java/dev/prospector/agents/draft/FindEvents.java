package dev.prospector.agents.draft;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.signal.TriggerKind;
import dev.prospector.agents.signal.Triggers;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds sentences that speak of an event of a kind of which no source speaks. */
final class FindEvents {

  private static final List<Language> LANGUAGES =
      List.of(Language.PORTUGUESE, Language.ENGLISH, Language.SPANISH);

  /** Kinds that a question presumes, rather than asks for. */
  private static final Set<TriggerKind> PRESUMED =
      EnumSet.of(
          TriggerKind.MERGER, TriggerKind.FUNDING, TriggerKind.LEADERSHIP, TriggerKind.EXPANSION);

  /** The kinds of the first of those that follow. */
  private static final List<TriggerKind> KINDS =
      List.of(
          TriggerKind.MERGER, TriggerKind.FUNDING, TriggerKind.LEADERSHIP, TriggerKind.EXPANSION);

  /** Words that name an event without telling it, in the three languages, by what they name. */
  private static final List<Expression> NAMED =
      List.of(
          named(
              "merger|mergers|takeover|acquisition|fusao|incorporacao"
                  + " d\\w{1,2}|aquisicao|fusion|adquisicion"),
          named(
              "funding round|seed round|series [a-e]|investment round|rodada|aporte|ronda de"
                  + " \\w{3,15}|captacao|ipo"),
          named(
              "(?:new|novo|nova|nuevo|nueva)"
                  + " (?:ceo|cfo|coo|cto|director|directora|diretor|diretora|manager|gerente|gerenta|president|presidente|chief"
                  + " \\w{3,12}|managing director|head of \\w{3,15})(?: \\w{4,12})?|change of"
                  + " leadership|troca de comando|cambio de mando"),
          named(
              "(?:opening|inauguracao|inauguracion|apertura|abertura) (?:of|d\\w{1,3}) (?:\\w{2,6}"
                  + " )?(?:\\w{2,8} )?(?:new |nov[oa] |nuev[oa] |segund[oa] |second"
                  + " )?\\w{3,15}|(?:new|second|third|nova|novo|segunda|segundo|terceira|terceiro|nueva|nuevo|tercera|tercer)"
                  + " (?:branch|office|plant|warehouse|store|depot|terminal|factory|site|facility|filial|unidade|loja|fabrica|sede|galpao|planta|sucursal|tienda|bodega|oficina|nave)|expansion|expansao|move"
                  + " to a new|mudanca de sede|relocation"),
          named(
              "layoffs?|redundanc\\w{2,3}|demissoes|despidos|recorte de personal|corte de pessoal"),
          named(
              "bankrupt\\w{0,3}|insolven\\w{2,4}|recuperacao judicial|falencia|quiebra|concurso de"
                  + " acreedores"),
          named(
              "(?:the |your |of )?launch of|(?:you |just )launched|lancamento"
                  + " d\\w{1,2}|lancaram|lancou|lanzamiento de\\w?|lanzaron|lanzo"),
          named("won (?:the|an|a)|(?:the |your )?(?:award|prize)|premio|premiacao|galardon"),
          named("anniversary|aniversario"),
          named("lawsuit|processo judicial|demanda judicial|fined|multados|multad[oa]s?"),
          named(
              "recall of|strike|greve|huelga|incendio|fire at|flood|enchente|inundacion|cyber"
                  + " ?attack|data breach|vazamento de dados"));

  private FindEvents() {}

  private static Expression named(String words) {
    return Expression.of("(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])");
  }

  /** What is named stands in a source too, in any of the languages, or a source tells such news. */
  private static boolean isNamedAlone(String unquoted, Grounds grounds, Set<TriggerKind> backed) {
    String folded = Folded.of(unquoted);
    for (int i = 0; i < NAMED.size(); i++) {
      Expression event = NAMED.get(i);
      boolean told = i < KINDS.size() && backed.contains(KINDS.get(i));
      if (event.isIn(folded)
          && !told
          && grounds.all().stream().noneMatch(source -> event.isIn(Folded.of(source)))) {
        return true;
      }
    }
    return false;
  }

  static void in(
      String sentence, String unquoted, Language language, Grounds grounds, List<Found> found) {
    Set<TriggerKind> said = new HashSet<>(Triggers.spokenOf(unquoted, language));
    if (sentence.strip().endsWith("?")) {
      said.retainAll(PRESUMED);
    }
    Set<TriggerKind> backed = new HashSet<>();
    for (String source : grounds.all()) {
      for (Language spoken : LANGUAGES) {
        backed.addAll(Triggers.spokenOf(source, spoken));
      }
    }
    // A sentence of two kinds is often one event that either tells.
    boolean told = said.isEmpty() || said.stream().anyMatch(backed::contains);
    if (!told || isNamedAlone(unquoted, grounds, backed)) {
      found.add(new Found(Found.Kind.EVENT, sentence));
    }
  }
}
