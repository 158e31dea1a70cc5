package dev.prospector.spring.web;

import dev.prospector.spring.internal.ConfigurationCheck;
import dev.prospector.spring.internal.ProspectorProperties;
import dev.prospector.tracking.webhook.signature.WebhookSecret;
import java.util.function.Consumer;
import org.springframework.beans.factory.ListableBeanFactory;

/** Whether nothing is open by accident, and what is mounted has somebody to serve it. */
final class CheckMounts implements ConfigurationCheck {

  private final ListableBeanFactory beans;

  CheckMounts(ListableBeanFactory beans) {
    this.beans = beans;
  }

  @Override
  public void check(ProspectorProperties properties, Consumer<String> problems) {
    ProspectorProperties.Web web = properties.web();
    if (web.asksWhoCalls() && isMissing(CallerResolver.class)) {
      problems.accept(
          "prospector.web mounts something, and nobody says who asks: declare a bean of"
              + " dev.prospector.spring.web.CallerResolver, or add Spring Security");
    }
    if (web.streaming() && isMissing(StreamedLeads.class)) {
      problems.accept(
          "prospector.web.streaming is set, and nothing says on which companies its runs work:"
              + " declare a bean of dev.prospector.spring.web.StreamedLeads, or one of"
              + " dev.prospector.web.WebSearch");
    }
    String secret = web.receiver().secret();
    if (secret.isEmpty()) {
      return;
    }
    if (isMissing(WebhookReceiver.class)) {
      problems.accept(
          "prospector.web.receiver.secret is set, and nobody takes what is received: declare a bean"
              + " of dev.prospector.spring.web.WebhookReceiver");
    }
    try {
      WebhookSecret unused = WebhookSecret.parse(secret);
    } catch (IllegalArgumentException e) {
      problems.accept("prospector.web.receiver.secret cannot be used: " + e.getMessage());
    }
  }

  private boolean isMissing(Class<?> type) {
    return beans.getBeanNamesForType(type, true, false).length == 0;
  }
}
