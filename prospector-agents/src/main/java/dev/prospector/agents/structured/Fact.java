package dev.prospector.agents.structured;

import java.util.Objects;

/**
 * One thing stated about an organisation, with the line that states it.
 *
 * @param field what is stated
 * @param value the value on one line, without {@code mailto:} or {@code tel:}
 * @param line the line of {@link StructuredData#lines()} that the value comes from
 */
public record Fact(Field field, String value, String line) {

  /** Checks that every part is given. */
  public Fact {
    Objects.requireNonNull(field);
    Objects.requireNonNull(value);
    Objects.requireNonNull(line);
  }

  /** What a fact states. */
  public enum Field {
    /** The name in use, of an organisation or a person. */
    NAME,
    /** The registered name. */
    LEGAL_NAME,
    /** Another name. */
    ALTERNATE_NAME,
    /** The address of a web page. */
    URL,
    /** A telephone number as written. */
    TELEPHONE,
    /** A fax number as written. */
    FAX,
    /** An e-mail address. */
    EMAIL,
    /** A page about the same organisation elsewhere, such as a social profile. */
    SAME_AS,
    /** The date of foundation as written. */
    FOUNDING_DATE,
    /** The number of employees, or {@code least-most}. */
    EMPLOYEES,
    /** A tax number. */
    TAX_ID,
    /** A VAT number. */
    VAT_ID,
    /** Another registered identifier, such as an LEI, a DUNS or an ISO 6523 code. */
    IDENTIFIER,
    /** What the organisation says it is. */
    DESCRIPTION,
    /** The address of a logo. */
    LOGO,
    /** Street and house number. */
    STREET,
    /** Town. */
    LOCALITY,
    /** State or province. */
    REGION,
    /** Postal code. */
    POSTAL_CODE,
    /** Post office box. */
    POST_OFFICE_BOX,
    /** Country, as a name or a code. */
    COUNTRY,
    /** A postal address that is not divided into parts. */
    ADDRESS,
    /** A person's position. */
    JOB_TITLE
  }
}
