package dev.prospector.agents.registration;

import dev.prospector.agents.internal.Expression;
import java.util.function.Predicate;

/** Which register or tax office gave a number, with the rule that its plain form must meet. */
public enum RegistrationKind {
  /** Brazil: cadastro nacional da pessoa jurídica, see {@link Cnpj}. */
  CNPJ("BR", 14, "[0-9A-Z]{12}\\d{2}", n -> Cnpj.parse(n).isPresent()),
  /** Portugal: número de identificação de pessoa coletiva; personal NIF numbers are left out. */
  NIPC("PT", 9, "[5689]\\d{8}", NationalNumbers::portugal),
  /** Spain: NIF of a legal entity, formerly CIF. */
  NIF("ES", 9, "[ABCDEFGHJNPQRSUVW]\\d{7}[0-9A-J]", NationalNumbers::spain),
  /** United Kingdom: company number at Companies House; it has no check digit. */
  COMPANY_NUMBER("GB", 8, "(?:\\d{8}|(?:SC|NI|OC|SO|NC|FC|LP|SL|IP|CE|CS)\\d{6})", n -> true),
  /** European Union, United Kingdom and Switzerland: value added tax number with country prefix. */
  VAT("", 16, "[A-Z]{2}[0-9A-Z]{7,14}", VatNumbers::isValid),
  /** Germany: number in the commercial register, section A or B; it has no check digit. */
  HANDELSREGISTER("DE", 10, "HR[AB]\\d{1,6}[A-Z]{0,2}", n -> true),
  /** Argentina: clave única de identificación tributaria of a legal entity. */
  CUIT("AR", 11, "3[034]\\d{9}", NationalNumbers::argentina),
  /** Mexico: registro federal de contribuyentes of a legal entity. */
  RFC("MX", 12, "[A-ZÑ&]{3}\\d{6}[A-Z0-9]{2}[0-9A]", NationalNumbers::mexico),
  /** Chile: rol único tributario of a legal entity, which begin at 50 million. */
  RUT("CL", 9, "[5-9]\\d{7}[0-9K]", NationalNumbers::chile),
  /** Colombia: número de identificación tributaria of a legal entity, with its check digit. */
  NIT("CO", 10, "[89]\\d{9}", NationalNumbers::colombia),
  /** Netherlands: number at the chamber of commerce; it has no check digit. */
  KVK("NL", 8, "\\d{8}", n -> true),
  /** France: number of the company. */
  SIREN("FR", 9, "\\d{9}", CheckDigits::luhn),
  /** France: number of one establishment, which begins with the company's SIREN. */
  SIRET("FR", 14, "\\d{14}", NationalNumbers::siret);

  private final String country;
  private final int length;
  private final Expression shape;
  private final Predicate<String> rule;

  RegistrationKind(String country, int length, String shape, Predicate<String> rule) {
    this.country = country;
    this.length = length;
    this.shape = Expression.of(shape);
    this.rule = rule;
  }

  /** Returns the ISO 3166 country code, or the empty string where the number itself says it. */
  public String country() {
    return country;
  }

  int length() {
    return length;
  }

  boolean accepts(String plain) {
    return shape.matcher(plain).matches()
        && plain.chars().anyMatch(c -> c >= '1' && c <= '9')
        && rule.test(plain);
  }
}
