package dev.prospector.cli.doctor;

import dev.prospector.cli.run.LiveReading;
import dev.prospector.error.PortException;
import dev.prospector.web.PageLookup;

/** Reads one address of the live web, as a run would. */
public final class LiveTrial {

  private LiveTrial() {}

  public static void of(String url, LiveReading reading, Diagnosis diagnosis)
      throws InterruptedException {
    look(url, reading)
        .fold(
            found -> {
              diagnosis.fine(
                  "live web",
                  found.finalUrl()
                      + " answers "
                      + found.status()
                      + " with "
                      + found.body().length()
                      + " characters");
              return true;
            },
            absent -> {
              diagnosis.problem("live web", url + " is not there: " + absent.reason());
              return false;
            },
            failed -> {
              diagnosis.problem("live web", url + " was not read: " + failed.reason());
              return false;
            });
    if (reading.contact().isEmpty()) {
      diagnosis.note(
          "contact", "none given", "more than 50 hosts are read only with --contact ADDRESS");
    }
  }

  private static PageLookup look(String url, LiveReading reading) throws InterruptedException {
    try {
      return reading.pages().fetch(url);
    } catch (PortException e) {
      return new PageLookup.Failed(url, String.valueOf(e.getMessage()));
    }
  }
}
