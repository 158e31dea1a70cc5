package dev.prospector.adapter.verify.email;

import dev.prospector.verification.EmailVerdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What lists say of an address: its kind, and whether it may be a slip of the pen. */
final class EmailLists {

  /** Large providers, of which a domain that differs by one letter is hardly ever another's. */
  private static final List<String> LARGE =
      List.of(
          "gmail.com",
          "googlemail.com",
          "hotmail.com",
          "hotmail.com.br",
          "outlook.com",
          "outlook.com.br",
          "live.com",
          "yahoo.com",
          "yahoo.com.br",
          "icloud.com",
          "uol.com.br",
          "bol.com.br",
          "terra.com.br",
          "globo.com",
          "protonmail.com",
          "gmx.de",
          "gmx.net",
          "web.de");

  private static final EmailLists SHIPPED = new EmailLists();

  private final Set<String> free = read("free-providers.txt");
  private final Set<String> disposable = read("disposable.txt");
  private final Set<String> roles = read("role-localparts.txt");

  private EmailLists() {
    free.removeAll(disposable);
    free.addAll(LARGE);
  }

  static EmailLists shipped() {
    return SHIPPED;
  }

  private static Set<String> read(String name) {
    Set<String> lines = new HashSet<>();
    InputStream resource = Objects.requireNonNull(EmailLists.class.getResourceAsStream(name), name);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(line.strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  Set<EmailVerdict.Mark> marks(AddressSyntax address) {
    EnumSet<EmailVerdict.Mark> marks = EnumSet.noneOf(EmailVerdict.Mark.class);
    String local = address.local().toLowerCase(Locale.ROOT);
    int plus = local.indexOf('+');
    if (roles.contains(plus > 0 ? local.substring(0, plus) : local)) {
      marks.add(EmailVerdict.Mark.ROLE);
    }
    if (isIn(disposable, address.domain())) {
      marks.add(EmailVerdict.Mark.DISPOSABLE);
    } else if (free.contains(address.domain())) {
      marks.add(EmailVerdict.Mark.FREE);
    }
    if (meant(address).isPresent()) {
      marks.add(EmailVerdict.Mark.TYPO);
    }
    return marks;
  }

  /** Addresses that are thrown away come under any name of their domain. */
  private static boolean isIn(Set<String> domains, String domain) {
    for (String d = domain; d.indexOf('.') > 0; d = d.substring(d.indexOf('.') + 1)) {
      if (domains.contains(d)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the address that may have been meant. */
  Optional<String> meant(AddressSyntax address) {
    String domain = address.domain();
    if (free.contains(domain) || isIn(disposable, domain)) {
      return Optional.empty();
    }
    return LARGE.stream()
        .filter(large -> large.length() >= 9 && SlipOfThePen.is(large, domain))
        .findFirst()
        .map(large -> address.local() + "@" + large);
  }
}
