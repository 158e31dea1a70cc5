package dev.prospector.cli.run;

import dev.prospector.adapter.imports.LeadFile;
import dev.prospector.error.InputException;
import java.util.HashSet;
import java.util.Set;

/** Refuses to read many sites without a contact address, before the first one is asked. */
public final class ContactBeyondFifty {

  private static final int MOST = 50;

  private ContactBeyondFifty() {}

  /**
   * Refuses a task over the live web that names more hosts than are read without a contact.
   *
   * @throws InputException that says why
   */
  public static void require(Task task) {
    if (task.settings().live().filter(live -> live.contact().isEmpty()).isEmpty()) {
      return;
    }
    Set<String> sites = new HashSet<>();
    try (LeadFile leads = LeadFile.open(task.list(), task.rows().settings(), row -> {})) {
      for (var lead : leads) {
        lead.company()
            .website()
            .or(lead.company()::domain)
            .map(ContactBeyondFifty::host)
            .ifPresent(sites::add);
        if (sites.size() > MOST) {
          throw tooMany();
        }
      }
    }
  }

  private static String host(String address) {
    return address.replaceFirst("^https?://", "").replaceFirst("[/?#].*", "");
  }

  private static InputException tooMany() {
    return new InputException(
        "the list has more than "
            + MOST
            + " sites: give --contact, an address of the web or of mail. Every request bears it,"
            + " so that the owner of a site can say when reading it does harm, rather than block"
            + " all readers");
  }
}
