package dev.prospector.adapter.web;

import java.net.URI;
import java.util.Optional;

/** Reads where a redirect leads. */
final class Redirects {

  private Redirects() {}

  static Optional<String> target(String from, PageBytes response) {
    String location = response.header("location").strip();
    if (location.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(URI.create(from).resolve(location.replace(" ", "%20")).toString());
    } catch (IllegalArgumentException e) {
      return location.contains("://") ? Optional.of(location) : Optional.empty();
    }
  }
}
