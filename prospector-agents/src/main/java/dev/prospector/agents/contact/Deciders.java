package dev.prospector.agents.contact;

import dev.prospector.agents.internal.Expression;
import java.util.Optional;

/** Tells which of the people that a site names decide, by the words of their roles. */
public final class Deciders {

  private static final Expression DECIDES =
      Expression.of(
          "(?iu)\\b(?:ceo|cfo|coo|cto|cio|owner|founder|co-founder|president|managing director|director|"
              + "partner|head of|vp|vice president|fundador[a]?|s[óo]ci[oa]|propriet[áa]ri[oa]|don[oa]|"
              + "diretor[a]?|presidente|gerente|director[a]?|dueñ[oa]|soci[oa]|propietari[oa]|"
              + "gesch[äa]ftsf[üu]hrer|inhaber|manager)\\b");

  private Deciders() {}

  /** Returns the first who decides, by role. */
  public static Optional<ContactDetails.NamedPerson> first(ContactDetails contacts) {
    return contacts.people().stream().filter(Deciders::decides).findFirst();
  }

  /** Returns whether the role of a person is one that decides. */
  public static boolean decides(ContactDetails.NamedPerson person) {
    return person.role().value().filter(DECIDES::isIn).isPresent();
  }

  /** Returns name and role as a sentence needs them. */
  public static String called(ContactDetails.NamedPerson person) {
    String role = person.role().value().orElse("").strip().replaceFirst("[\\s.,;:–-]{1,5}$", "");
    return person.name().known() + (role.isEmpty() ? "" : " (" + role + ")");
  }
}
