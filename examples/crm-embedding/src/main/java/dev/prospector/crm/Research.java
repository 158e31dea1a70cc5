package dev.prospector.crm;

import dev.prospector.Prospector;
import dev.prospector.event.RunId;
import dev.prospector.lead.Lead;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.RunOptions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the CRM's page asks for. */
@RestController
class Research {

  private final Customers customers;
  private final Prospector prospector;
  private final Pipeline pipeline;
  private final RunOptions options;
  private final TakeFinishedLeads taking;

  Research(
      Customers customers,
      Prospector prospector,
      Pipeline pipeline,
      RunOptions options,
      TakeFinishedLeads taking) {
    this.customers = customers;
    this.prospector = prospector;
    this.pipeline = pipeline;
    this.options = options;
    this.taking = taking;
  }

  @GetMapping("/customers")
  List<Customer> customers() {
    return customers.all();
  }

  // region research
  @PostMapping("/research")
  Map<String, String> research() {
    RunId run = RunId.of(UUID.randomUUID().toString());
    List<Lead> leads = customers.all().stream().map(Customer::lead).toList();
    customers.begin(run);
    prospector.start(pipeline, leads.iterator(), options.withId(run).forEffects());
    taking.look();
    return Map.of("run", run.value());
  }
  // endregion
}
