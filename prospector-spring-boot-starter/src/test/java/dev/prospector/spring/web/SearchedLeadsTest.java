package dev.prospector.spring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.call.Effect;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.dossier.Dossier;
import dev.prospector.error.RequestException;
import dev.prospector.event.RunId;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryCandidateStore;
import dev.prospector.memory.InMemoryLeadStore;
import dev.prospector.memory.InMemorySuppressionList;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.spring.web.CallerResolver.Caller;
import dev.prospector.spring.web.CallerResolver.Role;
import dev.prospector.spring.web.StreamedLeads.Wanted;
import dev.prospector.web.PageSource;
import dev.prospector.web.WebSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Companies of a streaming run, as a search finds them. */
class SearchedLeadsTest {

  private static final Tenant ACME = new Tenant("acme");
  private static final BusinessContext SELLER =
      BusinessContext.builder()
          .items(Items.INDUSTRIES, List.of("road haulage"))
          .items(Items.PAINS, List.of("planning routes by hand"))
          .build();

  private final List<String> asked = new ArrayList<>();
  private final InMemoryCandidateStore candidates = new InMemoryCandidateStore();
  private final InMemoryLeadStore leads = new InMemoryLeadStore();
  private final SuppressionList no = new InMemorySuppressionList(new byte[16]);
  private final SearchedLeads searched =
      new SearchedLeads(
          search(), PageSource.none(), new SearchedLeads.Kept(candidates, leads, Optional.of(no)));

  /** Finds three companies whatever it is asked. */
  private WebSearch search() {
    return new WebSearch() {
      @Override
      public Result search(String query, String country, int limit) {
        asked.add(query);
        return new Result.Hits(
            List.of(
                hit("northgate.example", "Northgate Haulage"),
                hit("brookside.example", "Brookside Freight"),
                hit("harbour.example", "Harbour Lines")));
      }

      @Override
      public String identity() {
        return "test";
      }

      @Override
      public Effect effect() {
        return Effect.READ;
      }
    };
  }

  private static WebSearch.Hit hit(String domain, String name) {
    return new WebSearch.Hit("https://" + domain + "/", name, name + " moves goods by road");
  }

  private static Wanted wanted(String run, BusinessContext context, Optional<String> query) {
    return new Wanted(new Caller(ACME, "ana", Role.MEMBER), RunId.of(run), context, query, 50);
  }

  private List<String> found(Wanted wanted) {
    List<String> found = new ArrayList<>();
    searched.find(wanted).forEachRemaining(lead -> found.add(lead.id().value()));
    return found;
  }

  @Test
  void whatIsAskedForIsAskedFirstAndWordByWord() {
    Wanted wanted = wanted("one", SELLER, Optional.of("hauliers near Leeds, with own trucks"));
    assertThat(found(wanted))
        .containsExactly("northgate.example", "brookside.example", "harbour.example");
    assertThat(asked.get(0)).isEqualTo("hauliers near Leeds, with own trucks");
    assertThat(asked).hasSizeGreaterThan(1);
  }

  @Test
  void theSameRunFindsTheSameLeadsAndAsksNothingTwice() {
    Wanted wanted = wanted("one", SELLER, Optional.of("hauliers"));
    List<String> before = found(wanted);
    int times = asked.size();
    assertThat(found(wanted)).isEqualTo(before);
    assertThat(asked).hasSize(times);
  }

  @Test
  void whoSaidNoAndWhoIsALeadAlreadyIsLeftOut() {
    no.add(ACME, SuppressionList.Kind.DOMAIN, "brookside.example");
    Lead known = Lead.of(LeadId.of("harbour.example"), Company.named("Harbour Lines"));
    boolean unused = leads.save(ACME, known, Dossier.empty());
    assertThat(found(wanted("one", SELLER, Optional.empty()))).containsExactly("northgate.example");
  }

  @Test
  void aContextOfWhichNoQueryCanBeMadeIsToldUnlessThereIsOne() {
    BusinessContext nothing = BusinessContext.empty();
    assertThatThrownBy(() -> searched.find(wanted("one", nothing, Optional.empty())))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("industries, pains")
        .hasMessageContaining("send user_search_query");
    assertThat(found(wanted("two", nothing, Optional.of("hauliers")))).hasSize(3);
  }
}
