package dev.prospector.cli.command;

import dev.prospector.candidate.Candidate;
import dev.prospector.candidate.Candidate.State;
import dev.prospector.candidate.Candidate.Triage;
import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.stored.StoreOption;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.error.InputException;
import dev.prospector.lead.Tenant;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what 'discover' found, and lets a person decide on it. */
@Command(
    name = "candidates",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Lists candidates, or decides on some by their domains: what a person decides no rule changes.",
      "With --csv the list is one that 'enrich' reads."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  prospector candidates list --store sqlite:runs.db",
      "  prospector candidates accept aroeira.example cedro.example --store sqlite:runs.db",
      "  prospector candidates list --state accepted --csv --store sqlite:runs.db > companies.csv"
    })
public final class CandidatesCommand implements Callable<Integer> {

  private static final int AT_A_TIME = 500;

  /** What is done. */
  private enum Action {
    LIST,
    ACCEPT,
    REJECT
  }

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "list|accept|reject", description = "What to do.")
  private Action action = Action.LIST;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "DOMAIN",
      description = "Candidates to decide on.")
  private List<String> domains = List.of();

  @Option(
      names = "--state",
      paramLabel = "waiting|accepted|rejected",
      defaultValue = "waiting",
      description = "Which to list; default: ${DEFAULT-VALUE}.")
  private State state = State.WAITING;

  @Option(names = "--csv", description = "List them as CSV with name and website.")
  private boolean csv;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "user",
      description = "Who decides; default: ${DEFAULT-VALUE}.")
  private String by = "user";

  @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why.")
  private String reason = "";

  @Mixin private StoreOption store = new StoreOption();

  public CandidatesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (OpenedStore opened = store.open(terminal)) {
      return action == Action.LIST ? list(opened) : decide(opened);
    }
  }

  private int list(OpenedStore opened) {
    PrintStream out = terminal.out();
    if (csv) {
      out.println("name,website");
    }
    String after = "";
    List<Candidate> some;
    do {
      some = opened.candidates().list(Tenant.DEFAULT, state, after, AT_A_TIME);
      some.forEach(candidate -> out.println(csv ? row(candidate) : line(candidate)));
      after = some.isEmpty() ? after : some.get(some.size() - 1).domain();
    } while (some.size() == AT_A_TIME);
    return ExitCode.DONE;
  }

  private static String row(Candidate candidate) {
    return quoted(candidate.name()) + "," + quoted(candidate.website());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"").replace('\n', ' ') + '"';
  }

  private static String line(Candidate candidate) {
    Candidate.Sighting seen = candidate.seen().get(0);
    String quote = seen.quote().replaceAll("\\s+", " ");
    return String.format(
        Locale.ROOT,
        "%.2f  %s  %s%n      %s%n      \"%s\"",
        candidate.fit(),
        candidate.domain(),
        candidate.name(),
        seen.url(),
        quote.length() > 200 ? quote.substring(0, 200) + "…" : quote);
  }

  private int decide(OpenedStore opened) {
    if (domains.isEmpty()) {
      throw new InputException("name the domains to " + action.name().toLowerCase(Locale.ROOT));
    }
    State decided = action == Action.ACCEPT ? State.ACCEPTED : State.REJECTED;
    boolean all = true;
    for (String domain : domains) {
      Optional<Candidate> now =
          opened.candidates().decide(Tenant.DEFAULT, domain, new Triage(decided, by, reason));
      if (now.isEmpty()) {
        terminal.err().println("there is no candidate " + domain);
        all = false;
      }
    }
    return all ? ExitCode.DONE : ExitCode.PARTLY;
  }
}
