package dev.prospector.lead;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.prospector.error.InputException;
import java.util.regex.Pattern;

/** The customer of the host whose data this is; every stored row bears it. */
public record Tenant(@JsonValue String id) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** The tenant of hosts that have only one. */
  public static final Tenant DEFAULT = new Tenant("default");

  /** Checks the form. */
  @JsonCreator
  public Tenant {
    if (!FORM.matcher(id).matches()) {
      throw new InputException(
          "a tenant id has 1 to 64 letters, digits, '.', '_' or '-': '" + id + "'");
    }
  }

  @Override
  public String toString() {
    return id;
  }
}
