package dev.prospector.engine.internal;

import dev.prospector.engine.internal.lookup.Sources;
import dev.prospector.engine.internal.workplace.Ports;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what has no name by which its results could be told from those of another one. */
public final class CheckIdentities {

  private CheckIdentities() {}

  public static List<String> problems(Ports ports) {
    Sources sources = ports.sources();
    Map<String, String> identities = new LinkedHashMap<>();
    identities.put("page source", sources.pages().identity());
    identities.put("register", sources.registry().identity());
    identities.put("search", sources.search().identity());
    identities.put("verifier of e-mail", sources.emails().identity());
    identities.put("verifier of telephone numbers", sources.phones().identity());
    identities.put("confidence policy", ports.confidence().identity());
    List<String> problems = new ArrayList<>();
    identities.forEach(
        (port, identity) -> {
          if (identity.isBlank()) {
            problems.add("the " + port + " has no identity: results could not be told apart");
          }
        });
    return problems;
  }
}
