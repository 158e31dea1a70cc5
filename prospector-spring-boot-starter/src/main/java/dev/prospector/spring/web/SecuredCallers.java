package dev.prospector.spring.web;

import dev.prospector.lead.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/**
 * Callers as Spring Security knows them: all of one tenant, named as they logged in, with the role
 * {@code PROSPECTOR_OWNER}, {@code PROSPECTOR_MEMBER} or {@code PROSPECTOR_TRACKING}; without one
 * of these they may look.
 */
final class SecuredCallers implements CallerResolver {

  @Override
  public Optional<Caller> resolve(HttpServletRequest request) {
    Principal principal = request.getUserPrincipal();
    return principal == null
        ? Optional.empty()
        : Optional.of(new Caller(Tenant.DEFAULT, principal.getName(), role(request)));
  }

  private static Role role(HttpServletRequest request) {
    for (Role role : new Role[] {Role.OWNER, Role.MEMBER, Role.TRACKING}) {
      if (request.isUserInRole("PROSPECTOR_" + role)) {
        return role;
      }
    }
    return Role.VIEWER;
  }
}
