package dev.prospector.memory;

import dev.prospector.lead.Tenant;
import dev.prospector.port.SuppressionList;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A suppression list of this process; holds keyed hashes (HMAC-SHA-256), never values. */
public final class InMemorySuppressionList implements SuppressionList {

  private final SecretKeySpec key;
  private final Set<String> hashes = ConcurrentHashMap.newKeySet();

  /**
   * Creates an empty list.
   *
   * @param key a secret of at least 16 bytes; with another key the same value has another hash
   */
  public InMemorySuppressionList(byte[] key) {
    if (key.length < 16) {
      throw new IllegalArgumentException("the key has at least 16 bytes, not " + key.length);
    }
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  @Override
  public void add(Tenant tenant, Kind kind, String value) {
    String normal = normal(kind, value);
    if (!normal.isEmpty()) {
      hashes.add(hash(tenant, kind, normal));
    }
  }

  @Override
  public boolean remove(Tenant tenant, Kind kind, String value) {
    return hashes.remove(hash(tenant, kind, normal(kind, value)));
  }

  @Override
  public boolean contains(Tenant tenant, Kind kind, String value) {
    return !hashes.isEmpty() && hashes.contains(hash(tenant, kind, normal(kind, value)));
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
      case PHONE -> lower.replaceAll("[^0-9]", "").replaceFirst("^00", "");
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
