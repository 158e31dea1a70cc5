package dev.prospector.agents.company;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.answer.Said;
import dev.prospector.agents.company.industry.Industry;
import java.util.List;

/** What a model is asked about a company; each part becomes claims, or nothing. */
record CompanyAnswer(
    @JsonProperty("services") List<Said> services,
    @JsonProperty("customers") List<Said> customers,
    @JsonProperty("places") List<Said> places,
    @JsonProperty("founded") List<Said> founded,
    @JsonProperty("employees") List<Said> employees,
    @JsonProperty("industry") List<Judged> industry,
    @JsonProperty("challenges") List<Said> challenges) {

  /** An industry, and the words that name it. */
  record Judged(@JsonProperty("code") Industry code, @JsonProperty("said") Said said) {}

  CompanyAnswer {
    services = services == null ? List.of() : List.copyOf(services);
    customers = customers == null ? List.of() : List.copyOf(customers);
    places = places == null ? List.of() : List.copyOf(places);
    founded = founded == null ? List.of() : List.copyOf(founded);
    employees = employees == null ? List.of() : List.copyOf(employees);
    industry = industry == null ? List.of() : List.copyOf(industry);
    challenges = challenges == null ? List.of() : List.copyOf(challenges);
  }
}
