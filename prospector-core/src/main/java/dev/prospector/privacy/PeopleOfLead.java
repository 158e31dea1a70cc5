package dev.prospector.privacy;

import dev.prospector.lead.Lead;
import dev.prospector.lead.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the people that a lead names: those that the host knows, and columns that hold a person.
 */
final class PeopleOfLead {

  /** Parts of headings, in three languages, of columns that name a person. */
  private static final List<String> HEADINGS =
      List.of(
          "contact",
          "contato",
          "contacto",
          "person",
          "pessoa",
          "persona",
          "responsavel",
          "responsable",
          "first name",
          "last name",
          "full name",
          "primeiro nome",
          "sobrenome",
          "apellido",
          "nome do",
          "owner",
          "socio",
          "director",
          "diretor",
          "manager",
          "gerente");

  private PeopleOfLead() {}

  static List<String> names(Lead lead) {
    List<String> names = new ArrayList<>();
    lead.people().stream().map(Person::name).forEach(names::add);
    for (Map.Entry<String, String> column : lead.company().columns().entrySet()) {
      String heading = FoldedWords.fold(column.getKey()).toLowerCase(Locale.ROOT);
      if (HEADINGS.stream().anyMatch(heading::contains)) {
        names.add(column.getValue());
      }
    }
    return names;
  }
}
