package dev.prospector.benchmark.calibration;

import dev.prospector.Prospector;
import dev.prospector.agents.address.WebAddress;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.contact.ContactDetailsAgent;
import dev.prospector.agents.intake.IntakeAgent;
import dev.prospector.agents.website.WebsiteAgent;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.web.PageLookup;
import dev.prospector.web.PageSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the agents over single pages, each as the whole site of a company of its own. */
public final class LabelledPages {

  private final Map<String, PageLookup.Found> pages = new LinkedHashMap<>();
  private final List<Lead> leads = new ArrayList<>();

  /** Begins without pages. */
  public LabelledPages() {}

  /**
   * Adds a page.
   *
   * @param id any text that no other page has
   * @param url the page's address; empty if it is not known
   */
  public void add(String id, String url, String html) {
    String host = "p" + leads.size() + ".example";
    String address =
        WebAddress.parse(url).address().map(WebAddress::canonical).orElse("https://" + host + "/");
    // Two pages of one site are two companies here; each is found under an address of its own.
    String key = pages.containsKey(address) ? "https://" + host + "/" : address;
    pages.put(key, new PageLookup.Found(key, key, 200, Map.of(), html, null));
    leads.add(Lead.of(LeadId.of(id), Company.named("").withWebsite(key)));
  }

  /** Returns what was found, by the id of the page; a page without content has nothing. */
  public Map<String, ContactDetails> contactDetails() {
    Pipeline pipeline =
        Pipeline.named("contacts")
            .add(new IntakeAgent(), new WebsiteAgent(), new ContactDetailsAgent())
            .build();
    Map<String, ContactDetails> found = new LinkedHashMap<>();
    Prospector prospector = Prospector.builder().pages(new Pages(pages)).build();
    try (Run run =
        prospector.start(pipeline, leads.iterator(), RunOptions.defaults().withConcurrency(2))) {
      run.results()
          .forEach(
              result -> {
                Optional<ContactDetails> details = result.dossier().find(ContactDetails.KEY);
                details.ifPresent(d -> found.put(result.lead().id().toString(), d));
              });
    }
    return found;
  }

  private record Pages(Map<String, PageLookup.Found> byUrl) implements PageSource {

    @Override
    public PageLookup fetch(String url) {
      PageLookup.Found page = byUrl.get(url);
      return page == null ? new PageLookup.Absent(url, "it is not among the labelled pages") : page;
    }

    @Override
    public String identity() {
      return "labelled";
    }

    @Override
    public boolean isFixed() {
      return true;
    }
  }
}
