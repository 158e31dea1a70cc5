package dev.prospector.lead;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A person that the host already knows at the company.
 *
 * @param name the full name
 * @param role the position; empty when not known
 * @param email empty when not known
 * @param phone empty when not known
 */
public record Person(
    @JsonProperty("name") String name,
    @JsonProperty("role") String role,
    @JsonProperty("email") String email,
    @JsonProperty("phone") String phone) {

  /** Hides what is personal. */
  @Override
  public String toString() {
    return role.isEmpty() ? "a person" : role;
  }
}
