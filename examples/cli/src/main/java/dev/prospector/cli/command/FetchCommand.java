package dev.prospector.cli.command;

import dev.prospector.adapter.web.live.LivePages;
import dev.prospector.agents.page.Page;
import dev.prospector.cli.run.LiveOptions;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.error.PortException;
import dev.prospector.web.PageLookup;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what is read of addresses of the live web, and why not. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reads pages of the live web as a run would, and prints the text that agents see.",
      "Says why a page is not read: robots.txt, the guard of addresses, the site's terms."
    },
    footerHeading = "%nExample:%n",
    footer = "  prospector fetch https://company.example/ --contact https://operator.example/bot")
public final class FetchCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "URL", description = "Addresses with http or https.")
  private List<String> urls = List.of();

  @Mixin private LiveOptions live = new LiveOptions();

  public FetchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    LivePages pages = live.reading(Optional.empty()).pages();
    boolean all = true;
    for (String url : urls) {
      all &= fetch(pages, url).fold(this::found, this::absent, this::failed);
    }
    return all ? ExitCode.DONE : ExitCode.PARTLY;
  }

  /** Of a single host it cannot be told whether it is away, or the network. */
  private static PageLookup fetch(LivePages pages, String url) throws InterruptedException {
    try {
      return pages.fetch(url);
    } catch (PortException e) {
      return new PageLookup.Failed(url, String.valueOf(e.getMessage()));
    }
  }

  private boolean found(PageLookup.Found page) {
    terminal.err().println("status " + page.status() + ", " + page.body().length() + " characters");
    terminal.out().println(page.finalUrl());
    terminal.out().println(Page.parse(page.body(), page.finalUrl()).text().text().stripTrailing());
    return page.status() == 200;
  }

  private boolean absent(PageLookup.Absent page) {
    terminal.err().println("there is no page: " + page.reason());
    return false;
  }

  private boolean failed(PageLookup.Failed page) {
    terminal.err().println("not read: " + page.reason());
    return false;
  }
}
