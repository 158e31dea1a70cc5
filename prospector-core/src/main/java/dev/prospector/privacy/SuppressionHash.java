package dev.prospector.privacy;

import dev.prospector.error.ConfigurationException;
import dev.prospector.lead.Tenant;
import dev.prospector.privacy.SuppressionList.Kind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns who said no into keyed hashes (HMAC-SHA-256), in which spelling variants are one: for
 * implementations of {@link SuppressionList}, so that all of them compare alike.
 *
 * <p>Immutable.
 */
public final class SuppressionHash {

  private final SecretKeySpec key;

  /**
   * Creates a hash.
   *
   * @param key a secret of at least 16 bytes; with another key the same value has another hash
   */
  public SuppressionHash(byte[] key) {
    if (key.length < 16) {
      throw new ConfigurationException(
          "SuppressionHash", List.of("the key has at least 16 bytes, not " + key.length));
    }
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /**
   * Returns the hashes of a value, each as 64 hexadecimal digits: two values are the same if they
   * have one in common. A telephone number has one for each form in which it is usually written;
   * there are none if nothing of the value is left to compare, so that it matches nothing.
   */
  public Set<String> of(Tenant tenant, Kind kind, String value) {
    return forms(kind, value).stream()
        .filter(form -> !form.isEmpty())
        .map(form -> hash(tenant, kind, form))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<String> forms(Kind kind, String value) {
    return kind == Kind.PHONE ? PhoneForms.of(value) : Set.of(normal(kind, value));
  }

  private String hash(Tenant tenant, Kind kind, String normal) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      String text = tenant + "\n" + kind + "\n" + normal;
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has HMAC-SHA-256", e);
    }
  }

  /** Spelling variants become one. */
  private static String normal(Kind kind, String value) {
    String lower = value.strip().toLowerCase(Locale.ROOT);
    return switch (kind) {
      case EMAIL -> email(lower);
      case PHONE -> throw new IllegalArgumentException("a phone has several forms");
      case DOMAIN -> domain(lower.replaceFirst("^www\\.", "").replaceFirst("\\.$", ""));
      case REGISTRATION_NUMBER -> lower.replaceAll("[^\\p{L}\\p{N}]", "");
      case PERSON_AT_COMPANY ->
          Normalizer.normalize(lower, Normalizer.Form.NFKD)
              .replaceAll("\\p{M}", "")
              .replaceAll("[^\\p{L}\\p{N}\\n]+", " ")
              .replaceAll(" ?\n ?", "\n")
              .strip();
    };
  }

  private static String domain(String domain) {
    try {
      return java.net.IDN.toASCII(domain, java.net.IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      return domain; // Not a host name; it is compared as written.
    }
  }

  /** Plus-tags never count; dots do not where the provider ignores them. */
  private static String email(String address) {
    int at = address.lastIndexOf('@');
    if (at < 0) {
      return address;
    }
    String local = address.substring(0, at).replaceFirst("\\+.*", "");
    String domain = address.substring(at + 1);
    boolean ignoresDots = domain.equals("gmail.com") || domain.equals("googlemail.com");
    return (ignoresDots ? local.replace(".", "") + "@gmail.com" : local + "@" + domain);
  }
}
