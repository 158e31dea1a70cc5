package dev.prospector.agents.rival;

import dev.prospector.agents.contact.people.NamedPerson;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.rival.Competitors.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds companies that a sentence names as supplier, partner or rival of the one that speaks. */
final class NamedCompanies {

  private static final String NAME =
      "((?:[\\p{Lu}][\\p{L}\\p{N}&.-]{1,24})(?:\\s(?:(?:de|do|da|of|&|e|and|y)\\s)?[\\p{Lu}][\\p{L}\\p{N}&.-]{1,24}){0,3})";

  private static final Map<Role, Expression> PATTERNS =
      Map.of(
          Role.SUPPLIER,
          Expression.of(
              "(?u)\\b(?:(?i:usamos|utilizamos|adotamos|contratamos|trabalhamos com|trabajamos con|we use|we run on|we rely on|"
                  + "powered by|empleamos|operamos com|operamos con|running on|migramos para|migrated to|migramos a|fornecido pel[oa]|"
                  + "supplied by|provided by|suministrado por|gerenciado pel[oa]|managed with|gestionado con))\\s"
                  + "(?i:(?:o|a|os|as|the|el|la|un|uma?|an?)\\s)?(?i:((?:sistema|system|plataforma|platform|software|erp|crm|tms|wms|aplicativo|app|tool|ferramenta|herramienta|servi[cç][oe]s?|rastreadores|solu[cç][aã]o|soluci[oó]n)"
                  + "(?:\\s(?:de|da|do|of)\\s\\p{Ll}{3,20})?)\\s)?(?i:(?:da|do|de|of|by|from|del)\\s)?"
                  + NAME),
          Role.PARTNER,
          Expression.of(
              "(?u)\\b(?i:em parceria com|parceria com|in partnership with|partnered with|en alianza con|alianza con|em conjunto com|"
                  + "together with|junto con|certified partner of|parceir[oa] (?:oficial|certificad[oa]) d[aeo]|distribuidor[a]? (?:autorizad[oa]|oficial) d[aeo])"
                  + "\\s(?i:(?:o|a|os|as|the|el|la|su|sua|seu)\\s)?()"
                  + NAME),
          Role.RIVAL,
          Expression.of(
              "(?u)\\b(?i:concorrentes? como|concorrente d[ae]|competitors? (?:such as|like)|competimos com|competidor(?:es)? como|competimos con|we compete with|"
                  + "rivais como|rivals? (?:such as|like)|ao contr[aá]rio d[ae]|unlike|a diferencia de)\\s(?i:(?:o|a|os|as|the|el|la)\\s)?()"
                  + NAME));

  /** Before a brand that may bear a person's name. */
  private static final Expression OFFICIAL =
      Expression.of(
          "(?iu)(?:partner of|partnership with|partnered with|parceria com|alianza con|parceir[oa]"
              + " (?:oficial|certificad[oa]) d[aeo]|distribuidor[a]? (?:autorizad[oa]|oficial)"
              + " d[aeo])\\s(?:(?:o|a|os|as|the|el|la|su|sua|seu)\\s)?$");

  private static final List<Role> ORDER = List.of(Role.SUPPLIER, Role.PARTNER, Role.RIVAL);

  private NamedCompanies() {}

  /** A company, where its name stands in the sentence, and for what. */
  record Mention(Role role, String name, int start, int end, String what) {}

  static List<Mention> in(String sentence) {
    List<Mention> mentions = new ArrayList<>();
    for (Role role : ORDER) {
      Search search = java.util.Objects.requireNonNull(PATTERNS.get(role)).matcher(sentence);
      while (search.find()) {
        String name = search.group(2).replaceFirst("[.-]+$", "");
        String what = search.group(1) == null ? "" : search.group(1);
        int start = search.start(2);
        if (isPerson(role, name, sentence, start)) {
          continue;
        }
        mentions.add(new Mention(role, name, start, start + name.length(), what));
      }
    }
    return mentions;
  }

  /** "Together with our Klaus Meier": who does something with us may be one of us. */
  private static boolean isPerson(Role role, String name, String sentence, int start) {
    return role == Role.PARTNER
        && (NamedPerson.isTitled(sentence, start, start + name.length())
            || NamedPerson.is(name) && !OFFICIAL.isIn(sentence.substring(0, start)));
  }
}
