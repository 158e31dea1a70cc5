package dev.prospector.adapter.imports.internal.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads names of columns that are made of parts, as CRMs export them: whose value it is, what it
 * is, and which one of several, such as {@code Person - Email - Work}, {@code Billing City} or
 * {@code Rua de cobrança}.
 */
final class CompoundName {

  private static final Set<String> OF_COMPANY =
      Set.of(
          "organization",
          "organisation",
          "organizacao",
          "organizacion",
          "company",
          "companies",
          "empresa",
          "compania",
          "account",
          "conta",
          "cuenta",
          "firma",
          "unternehmen",
          "billing",
          "shipping",
          "mailing",
          "cobranca",
          "facturacion",
          "correspondencia",
          "rechnungsadresse",
          "address",
          "endereco",
          "direccion",
          "main",
          "primary",
          "hq",
          "headquarters");

  private static final Set<String> OF_PERSON =
      Set.of("person", "pessoa", "persona", "contact", "contato", "contacto", "people", "kontakt");

  /** Which one of several, and what only says how it is kept. */
  private static final Set<String> QUALIFIERS =
      Set.of(
          "work",
          "home",
          "office",
          "other",
          "primary",
          "main",
          "principal",
          "business",
          "trabajo",
          "trabalho",
          "comercial",
          "corporate",
          "corporativo",
          "link",
          "label",
          "text",
          "value",
          "address");

  private static final Set<String> NAME = Set.of("name", "nome", "nombre");

  private static final Set<String> LINKING =
      Set.of("de", "da", "do", "del", "la", "el", "of", "the");

  private CompoundName() {}

  /** Returns what a name in plain form means by its parts; empty if they do not say it. */
  static Optional<ColumnRole> role(String plain) {
    List<String> words = new ArrayList<>(Arrays.asList(plain.split(" ")));
    if (words.size() > 8) {
      return Optional.empty();
    }
    boolean person = OF_PERSON.contains(words.get(0));
    int whole = words.size();
    if (person || OF_COMPANY.contains(words.get(0))) {
      words.remove(0);
    } else if (words.size() > 1 && OF_COMPANY.contains(words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
      dropLast(words, LINKING);
    }
    if (words.isEmpty()) {
      return Optional.empty();
    }
    boolean owned = words.size() < whole;
    Optional<ColumnRole> role = owned ? ofOwner(words, person) : ColumnNames.role(plain);
    while (role.isEmpty() && words.size() > 1 && dropLast(words, QUALIFIERS)) {
      role = owned ? ofOwner(words, person) : ColumnNames.role(String.join(" ", words));
    }
    return role;
  }

  private static boolean dropLast(List<String> words, Set<String> which) {
    boolean dropped = false;
    while (words.size() > 1) {
      String last = words.get(words.size() - 1);
      if (!which.contains(last) && !last.chars().allMatch(Character::isDigit)) {
        return dropped;
      }
      words.remove(words.size() - 1);
      dropped = true;
    }
    return dropped;
  }

  private static Optional<ColumnRole> ofOwner(List<String> words, boolean person) {
    String rest = String.join(" ", words);
    if (NAME.contains(rest)) {
      return Optional.of(person ? ColumnRole.CONTACT_NAME : ColumnRole.NAME);
    }
    if (person && (rest.equals("title") || rest.equals("titulo"))) {
      return Optional.of(ColumnRole.CONTACT_ROLE);
    }
    return ColumnNames.role(rest).map(role -> person ? ofPerson(role) : role);
  }

  private static ColumnRole ofPerson(ColumnRole role) {
    return switch (role) {
      case NAME -> ColumnRole.CONTACT_NAME;
      case PHONE -> ColumnRole.CONTACT_PHONE;
      case EMAIL -> ColumnRole.CONTACT_EMAIL;
      default -> role;
    };
  }
}
