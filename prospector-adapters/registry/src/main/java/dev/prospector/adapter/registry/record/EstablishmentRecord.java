package dev.prospector.adapter.registry.record;

import dev.prospector.registry.CompanyRegistry.RegistryRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a register says of an establishment, line by line. Parts that it does not give are
 * left out. A sole trader's name is followed by his taxpayer's number, which is his and no part of
 * the name: it is never taken over.
 */
public final class EstablishmentRecord {

  private static final Pattern TAXPAYER =
      Pattern.compile(
          "\\s{0,5}(?<![0-9])(?:[0-9]{11}|[0-9]{3}\\.[0-9]{3}\\.[0-9]{3}-[0-9]{2})(?![0-9])");
  private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{12}[0-9]{2}");

  private final String address;
  private final List<String> lines = new ArrayList<>();
  private String legalName = "";
  private @Nullable String activity;
  private @Nullable String status;
  private @Nullable LocalDate opened;

  /**
   * Begins a record.
   *
   * @param address where it can be looked up again
   */
  public EstablishmentRecord(String address) {
    this.address = address;
  }

  /** Returns whether this has the form of a CNPJ, numeric or alphanumeric. */
  public static boolean isNumber(String number) {
    return NUMBER.matcher(number).matches();
  }

  /** Returns a name without the taxpayer's number of a person. */
  public static String withoutTaxpayer(String name) {
    return TAXPAYER.matcher(name).replaceAll("").strip();
  }

  /** Takes a part of which nothing but its text is of use. */
  public EstablishmentRecord line(String label, String value) {
    String clean = value.strip().replaceAll("\\s{1,50}", " ");
    if (!clean.isEmpty()) {
      lines.add(label + ": " + clean);
    }
    return this;
  }

  /** Takes the registered name. */
  public EstablishmentRecord legalName(String value) {
    legalName = withoutTaxpayer(value).replaceAll("\\s{1,50}", " ");
    return line("Razão social", legalName);
  }

  /** Takes the state of the registration, by the register's own word. */
  public EstablishmentRecord status(String word) {
    if (!word.isBlank()) {
      status = "Situação cadastral: " + word.strip().toUpperCase(Locale.ROOT);
      lines.add(status);
    }
    return this;
  }

  /** Takes the day on which it was opened: eight digits, or a date of ISO 8601. */
  public EstablishmentRecord opened(String written) {
    String digits = written.strip().replace("-", "");
    if (digits.matches("[0-9]{8}")) {
      try {
        opened =
            LocalDate.of(
                Integer.parseInt(digits.substring(0, 4)),
                Integer.parseInt(digits.substring(4, 6)),
                Integer.parseInt(digits.substring(6)));
        return line("Data de início de atividade", opened.toString());
      } catch (DateTimeException e) {
        return this; // The open data has days that there are not, such as 00000000.
      }
    }
    return this;
  }

  /** Takes the main activity. */
  public EstablishmentRecord activity(String code, String description) {
    if (code.matches("[0-9]{1,7}")) {
      activity = "0".repeat(7 - code.length()) + code;
      return line("Atividade principal", activity + " " + description);
    }
    return this;
  }

  /** Returns whether there is a name, without which there is no record. */
  public boolean isNamed() {
    return !legalName.isEmpty();
  }

  /** Returns the record. */
  public RegistryRecord record() {
    String text = String.join("\n", lines) + "\n";
    return new RegistryRecord(address, text, legalName, activity, status, opened);
  }
}
