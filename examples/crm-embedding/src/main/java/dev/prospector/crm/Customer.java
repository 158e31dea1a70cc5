package dev.prospector.crm;

import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import org.jspecify.annotations.Nullable;

/**
 * A row of the CRM's own table.
 *
 * @param id its key
 * @param name of the company
 * @param website where its site is
 * @param tier what its research came to; null before it
 * @param vehicles how many it runs; null if nobody said
 * @param vehiclesQuote the words that say so; null if nobody said
 */
record Customer(
    long id,
    String name,
    String website,
    @Nullable String tier,
    @Nullable Integer vehicles,
    @Nullable String vehiclesQuote) {

  private static final String PREFIX = "customer-";

  /** Returns it as what is researched; its id leads back here. */
  Lead lead() {
    return Lead.of(LeadId.of(PREFIX + id), Company.named(name).withWebsite(website));
  }

  /** Returns the key of the customer that a lead was made of. */
  static long idOf(LeadId lead) {
    return Long.parseLong(lead.value().substring(PREFIX.length()));
  }
}
