package dev.prospector.adapter.imports;

import dev.prospector.agents.registration.Cnpj;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A company's number as a cell has it. A spreadsheet takes a CNPJ for a number: its leading zeros
 * go, a point and a zero come. Such a number is completed if its check digits then hold; one in
 * scientific notation has lost digits and is never guessed at.
 *
 * @param number as written, or completed; empty when it is lost
 * @param identity what rows of the same establishment share; empty when it is not known
 * @param note what was done, in a sentence; empty when nothing was
 */
record RegistrationCell(String number, String identity, String note) {

  static final RegistrationCell NONE = new RegistrationCell("", "", "");

  private static final int LENGTH = 14;
  private static final int ROOT = 8;
  private static final String CNPJ = "cnpj ";
  private static final Pattern PLAIN = Pattern.compile("(\\d{7,14})(?:[.,]0{1,2})?");
  private static final Pattern SCIENTIFIC =
      Pattern.compile("\\d(?:[.,]\\d{1,20})?[eE]\\+?\\d{1,3}");

  /** Returns what all establishments of one company share; empty when it is not known. */
  String company() {
    return identity.startsWith(CNPJ) ? identity.substring(0, CNPJ.length() + ROOT) : "";
  }

  /**
   * Reads a cell.
   *
   * @param brazilian whether the column or the country says that it is a CNPJ
   */
  static RegistrationCell of(String cell, boolean brazilian) {
    if (cell.isEmpty()) {
      return NONE;
    }
    if (SCIENTIFIC.matcher(cell).matches()) {
      return new RegistrationCell(
          "", "", "the registration number in the list, " + cell + ", has lost digits: not used");
    }
    Optional<Cnpj> whole = Cnpj.parse(cell.replaceAll("[.,]0{1,2}$", ""));
    if (whole.isPresent()) {
      return new RegistrationCell(cell, CNPJ + whole.get().value(), "");
    }
    return brazilian ? completed(cell) : new RegistrationCell(cell, "", "");
  }

  private static RegistrationCell completed(String cell) {
    var plain = PLAIN.matcher(cell);
    if (!plain.matches()) {
      return new RegistrationCell(cell, "", "");
    }
    String digits = "0".repeat(LENGTH - plain.group(1).length()) + plain.group(1);
    return Cnpj.parse(digits)
        .map(
            cnpj ->
                new RegistrationCell(
                    cnpj.value(),
                    CNPJ + cnpj.value(),
                    "the registration number in the list, "
                        + cell
                        + ", is read as "
                        + cnpj.value()
                        + ", whose check digits hold"))
        .orElseGet(() -> new RegistrationCell(cell, "", ""));
  }
}
