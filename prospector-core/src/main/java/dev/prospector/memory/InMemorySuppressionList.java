package dev.prospector.memory;

import dev.prospector.lead.Tenant;
import dev.prospector.privacy.SuppressionHash;
import dev.prospector.privacy.SuppressionList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A suppression list of this process; holds keyed hashes, never values. */
public final class InMemorySuppressionList implements SuppressionList {

  private final SuppressionHash hash;
  private final Set<String> hashes = ConcurrentHashMap.newKeySet();

  /**
   * Creates an empty list.
   *
   * @param key a secret of at least 16 bytes; with another key the same value has another hash
   */
  public InMemorySuppressionList(byte[] key) {
    this.hash = new SuppressionHash(key);
  }

  @Override
  public void add(Tenant tenant, Kind kind, String value) {
    hashes.addAll(hash.of(tenant, kind, value));
  }

  @Override
  public boolean remove(Tenant tenant, Kind kind, String value) {
    return hashes.removeAll(hash.of(tenant, kind, value));
  }

  @Override
  public boolean holdsNobody() {
    return hashes.isEmpty();
  }

  @Override
  public boolean contains(Tenant tenant, Kind kind, String value) {
    return !hashes.isEmpty() && hash.of(tenant, kind, value).stream().anyMatch(hashes::contains);
  }
}
