package dev.prospector.agents.company;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.argument.PartialDate;
import dev.prospector.agents.company.hours.OpeningHours;
import dev.prospector.agents.company.industry.Industry;
import dev.prospector.agents.wanted.RuledOut;
import dev.prospector.dossier.Section;
import dev.prospector.evidence.Fact;
import java.time.Year;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a company is and does, as its own pages and the host's row say.
 *
 * @param industry one of the closed vocabulary, as the host's row or the company itself states it;
 *     never a classifier's guess
 * @param industryLabel the industry's name in the context's language; empty when unknown
 * @param likely what a classifier makes of the words of the site: the likeliest industries with
 *     their probabilities, the likeliest first; a guess, also where it is a good one
 * @param employees how many people work there
 * @param size the band of that number
 * @param founded the year
 * @param services that it offers, as it names them
 * @param customers that it names
 * @param places that it says to serve
 * @param trades the words in which it, or the host's list, says what it is, such as "we are a
 *     family bakery"
 * @param description one sentence or two, as its pages put it
 * @param openingHours when it is open, in local time
 * @param yearsActive for how many years it says to work, as of when the page was written; no
 *     founding year follows from it
 * @param challenges 0-8 problems of its own that it names, in its words
 * @param values 0-8 that it lists as its own, in its words
 * @param activities 0-8 that it reports of the 24 months before the page was read, the latest first
 * @param sellsTo whom it says to sell to
 * @param ruledOut why nothing more is paid for it; empty if nothing speaks against that
 */
public record CompanyProfile(
    @JsonProperty("industry") Fact<Industry> industry,
    @JsonProperty("industryLabel") String industryLabel,
    @JsonProperty("likely") List<Likely> likely,
    @JsonProperty("employees") Fact<Integer> employees,
    @JsonProperty("size") Fact<SizeBand> size,
    @JsonProperty("founded") Fact<Year> founded,
    @JsonProperty("services") List<Fact.Known<String>> services,
    @JsonProperty("customers") List<Fact.Known<String>> customers,
    @JsonProperty("places") List<Fact.Known<String>> places,
    @JsonProperty("trades") List<Fact.Known<String>> trades,
    @JsonProperty("description") Fact<String> description,
    @JsonProperty("openingHours") List<Fact.Known<OpeningHours>> openingHours,
    @JsonProperty("yearsActive") Fact<Integer> yearsActive,
    @JsonProperty("challenges") List<Fact.Known<String>> challenges,
    @JsonProperty("values") List<Fact.Known<String>> values,
    @JsonProperty("activities") List<Activity> activities,
    @JsonProperty("sellsTo") Fact<SellsTo> sellsTo,
    @JsonProperty("ruledOut") Optional<RuledOut> ruledOut) {

  /** Where this stands in a dossier. */
  public static final Section<CompanyProfile> KEY =
      Section.of("company-profile", CompanyProfile.class, 2);

  /** Fixes the lists. */
  public CompanyProfile {
    likely = List.copyOf(likely);
    services = List.copyOf(services);
    customers = List.copyOf(customers);
    places = List.copyOf(places);
    trades = List.copyOf(trades);
    openingHours = List.copyOf(openingHours);
    yearsActive = Objects.requireNonNullElse(yearsActive, Fact.unknown());
    challenges = List.copyOf(challenges);
    values = List.copyOf(values);
    activities = List.copyOf(activities);
    sellsTo = Objects.requireNonNullElse(sellsTo, Fact.unknown());
  }

  /**
   * Something that the company did.
   *
   * @param what in its words
   * @param date of the words, or of the heading that they stand under
   */
  public record Activity(
      @JsonProperty("what") Fact.Known<String> what,
      @JsonProperty("date") Fact.Known<PartialDate> date) {}

  /**
   * An industry as the classifier sees it.
   *
   * @param industry which one
   * @param probability calibrated, in 0..1, rounded to three decimals
   */
  public record Likely(
      @JsonProperty("industry") Industry industry,
      @JsonProperty("probability") double probability) {}
}
