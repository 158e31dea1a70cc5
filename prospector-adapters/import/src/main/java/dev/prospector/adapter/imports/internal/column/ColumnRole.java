package dev.prospector.adapter.imports.internal.column;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a list can mean. */
public enum ColumnRole {
  NAME,
  WEBSITE,
  DOMAIN,
  COUNTRY,
  CITY,
  STATE,
  ADDRESS,
  POSTAL_CODE,
  REGISTRATION_NUMBER,
  PHONE,
  EMAIL,
  INDUSTRY,
  CONTACT_NAME,
  FIRST_NAME,
  LAST_NAME,
  CONTACT_ROLE,
  CONTACT_PHONE,
  CONTACT_EMAIL;

  public static final List<String> KEYS = Arrays.stream(values()).map(ColumnRole::key).toList();

  /** Returns the name under which people map it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ColumnRole> of(String key) {
    String plain = key.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return Arrays.stream(values()).filter(role -> role.key().equals(plain)).findFirst();
  }
}
