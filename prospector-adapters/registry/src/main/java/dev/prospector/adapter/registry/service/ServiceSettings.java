package dev.prospector.adapter.registry.service;

import dev.prospector.http.HttpUrl;
import java.time.Duration;
import java.util.Objects;

/**
 * Which service is asked, and how. Immutable.
 *
 * @param format how it answers
 * @param host where it is
 * @param pace the time between two questions of this process
 * @param people whether partners who are natural persons are taken over; they are not unless asked
 *     for
 */
public record ServiceSettings(RegistryFormat format, HttpUrl host, Duration pace, boolean people) {

  /** Checks what is required. */
  public ServiceSettings {
    Objects.requireNonNull(format);
    Objects.requireNonNull(host);
    Objects.requireNonNull(pace);
  }

  /** Returns the settings of the public service of a format. */
  public static ServiceSettings of(RegistryFormat format) {
    return new ServiceSettings(format, format.usualHost(), format.usualPace(), false);
  }

  /** Returns these settings for another host, which needs no pace if it is the operator's own. */
  public ServiceSettings at(HttpUrl newHost, Duration newPace) {
    return new ServiceSettings(format, newHost, newPace, people);
  }

  /** Returns these settings with partners. */
  public ServiceSettings withPeople() {
    return new ServiceSettings(format, host, pace, true);
  }
}
