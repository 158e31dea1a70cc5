package dev.prospector.adapter.registry.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which table of the open data a file holds, as its name says. */
enum OpenDataKind {
  MUNICIPALITIES("MUNIC"),
  ACTIVITIES("CNAE"),
  NATURES("NATJU"),
  COMPANIES("EMPRE"),
  ESTABLISHMENTS("ESTABELE"),
  PARTNERS("SOCIO");

  private final String sign;

  OpenDataKind(String sign) {
    this.sign = sign;
  }

  /** Empty for files that are not read. */
  static Optional<OpenDataKind> of(Path file) {
    String name = file.getFileName().toString().toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(kind -> name.contains(kind.sign) || kind == NATURES && name.contains("NATUREZA"))
        .findFirst();
  }
}
