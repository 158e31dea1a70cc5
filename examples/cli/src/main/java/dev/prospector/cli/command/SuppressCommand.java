package dev.prospector.cli.command;

import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.stored.StoreOption;
import dev.prospector.cli.stored.SuppressionKey;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.error.InputException;
import dev.prospector.lead.Tenant;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.privacy.SuppressionList.Kind;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Keeps those who must not be approached. */
@Command(
    name = "suppress",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Adds those who said no, takes them off again, or says whether they are on the list. The"
          + " store",
      "keeps keyed hashes alone; the key is in PROSPECTOR_SUPPRESSION_KEY, for this command and"
          + " for",
      "every run over the store that is to obey the list."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  prospector suppress add domain company.example --store sqlite:runs.db",
      "  prospector suppress check email person@company.example --store sqlite:runs.db"
    })
public final class SuppressCommand implements Callable<Integer> {

  private final Terminal terminal;

  /** What is done. */
  enum Action {
    ADD,
    REMOVE,
    CHECK
  }

  @Parameters(index = "0", paramLabel = "add|remove|check", description = "What to do.")
  private Action action = Action.CHECK;

  @Parameters(
      index = "1",
      paramLabel = "KIND",
      description = "email, phone, domain, registration_number, or person_at_company.")
  private Kind kind = Kind.DOMAIN;

  @Parameters(
      index = "2..*",
      arity = "1..*",
      paramLabel = "VALUE",
      description = "Whom; a person at a company as NAME@COMPANY.")
  private List<String> values = List.of();

  @Mixin private StoreOption store = new StoreOption();

  public SuppressCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (OpenedStore opened = store.open(terminal)) {
      SuppressionList list =
          opened
              .suppression(terminal)
              .orElseThrow(
                  () ->
                      new InputException(
                          "the list takes a key in the environment: set "
                              + SuppressionKey.VARIABLE
                              + ", and keep it as long as the store"));
      values.forEach(value -> one(list, value));
    }
    return ExitCode.DONE;
  }

  private void one(SuppressionList list, String value) {
    String known = kind == Kind.PERSON_AT_COMPANY ? value.replaceFirst("@", "\n") : value;
    switch (action) {
      case ADD -> {
        list.add(Tenant.DEFAULT, kind, known);
        say(value, "is on the list");
      }
      case REMOVE ->
          say(
              value,
              list.remove(Tenant.DEFAULT, kind, known)
                  ? "was taken off the list"
                  : "was not on the list");
      case CHECK ->
          say(
              value,
              list.contains(Tenant.DEFAULT, kind, known) ? "is on the list" : "is not on the list");
    }
  }

  private void say(String value, String what) {
    terminal.out().println(kind.name().toLowerCase(Locale.ROOT) + " " + value + " " + what);
  }
}
