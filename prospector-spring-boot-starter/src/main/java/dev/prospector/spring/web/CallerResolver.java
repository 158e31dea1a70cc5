package dev.prospector.spring.web;

import dev.prospector.lead.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells who asks, from what the application knows of a request: its session, its token. What is
 * mounted asks it for every request, and shows a tenant its own things alone. Safe for several
 * threads.
 */
@FunctionalInterface
public interface CallerResolver {

  /** Returns who asks; empty if the application does not know, which is answered with 401. */
  Optional<Caller> resolve(HttpServletRequest request);

  /**
   * Who asks.
   *
   * @param tenant whose things may be seen and changed
   * @param person who it is, as it stands in what the person causes; no secret
   * @param role what the person may do
   */
  record Caller(Tenant tenant, String person, Role role) {

    /** Checks that all is there. */
    public Caller {
      Objects.requireNonNull(tenant);
      Objects.requireNonNull(person);
      Objects.requireNonNull(role);
    }
  }

  /** What somebody may do. */
  enum Role {
    /** To report the work of agents that run elsewhere, and nothing else. */
    TRACKING,
    /** To look. */
    VIEWER,
    /** To start and change things besides. */
    MEMBER,
    /** Everything. */
    OWNER;

    boolean mayLook() {
      return this != TRACKING;
    }

    boolean mayWork() {
      return this == MEMBER || this == OWNER;
    }

    boolean mayReport() {
      return this == TRACKING || mayWork();
    }
  }
}
