package dev.prospector.crm;

import dev.prospector.lead.Tenant;
import dev.prospector.spring.web.CallerResolver;
import dev.prospector.spring.web.CallerResolver.Caller;
import dev.prospector.spring.web.CallerResolver.Role;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that the CRM tells Prospector; the rest stands in its properties. */
@Configuration(proxyBeanMethods = false)
class Wiring {

  // region wiring
  @Bean
  FleetSizeAgent fleetSize() {
    return new FleetSizeAgent();
  }

  /** A real CRM looks at who is logged in; this one has a single user. */
  @Bean
  CallerResolver callers() {
    return request -> Optional.of(new Caller(Tenant.DEFAULT, "seller", Role.MEMBER));
  }
  // endregion
}
