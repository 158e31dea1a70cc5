package dev.prospector.agents.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.Pipelines;
import dev.prospector.agents.SiteFixture;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whom the rules call HIGH or MEDIUM, on invented sites and sellers, in two halves of the sites.
 */
class FitEvaluationTest {

  private static final Map<String, Language> LANGUAGES =
      Map.of("pt", Language.PT_BR, "en", Language.EN, "es", Language.ES);

  private record Seller(String name, Set<String> wants, BusinessContext context) {}

  private record Site(String id, Set<String> kinds, SiteFixture pages, String title) {}

  @Test
  void ofTheLeadsThatAreHighOrMediumMostFitAndNoneThatFitsIsLost() throws IOException {
    List<Site> sites = lines("fit-sites.txt").stream().map(FitEvaluationTest::site).toList();
    List<Seller> sellers =
        lines("fit-contexts.txt").stream().map(FitEvaluationTest::seller).toList();
    for (int half = 0; half < 2; half++) {
      List<String> lost = new ArrayList<>();
      List<String> wrong = new ArrayList<>();
      int right = 0;
      for (int i = half; i < sites.size(); i += 2) {
        for (Seller seller : sellers) {
          boolean fits = sites.get(i).kinds().stream().anyMatch(seller.wants()::contains);
          boolean good = isGood(sites.get(i), seller);
          right += good && fits ? 1 : 0;
          if (good != fits) {
            (good ? wrong : lost).add(sites.get(i).id() + " for " + seller.name());
          }
        }
      }
      assertThat(lost).as("half %s", half).isEmpty();
      assertThat(right / (double) (right + wrong.size()))
          .as("half %s, wrong: %s", half, wrong)
          .isGreaterThanOrEqualTo(0.7);
    }
  }

  private static boolean isGood(Site site, Seller seller) {
    String home = "http://" + site.id() + ".example/";
    Qualification qualification =
        site.pages()
            .run(Pipelines.standard(), seller.context(), SiteFixture.lead("1", site.title(), home))
            .dossier()
            .find(Qualification.KEY)
            .orElseThrow();
    return qualification.tier() == Tier.HIGH || qualification.tier() == Tier.MEDIUM;
  }

  private static Site site(String line) {
    String[] parts = line.split(" *\\| *");
    StringBuilder body = new StringBuilder("<main><h1>" + parts[3] + "</h1>");
    for (String paragraph : parts[4].split(" / ")) {
      body.append("<p>").append(paragraph).append("</p>");
    }
    String html =
        "<html lang="
            + parts[1]
            + "><head><title>"
            + parts[3]
            + "</title></head><body>"
            + body
            + "</main><footer>contact@"
            + parts[0]
            + ".example</footer></body></html>";
    return new Site(
        parts[0],
        Set.of(parts[2].split(",")),
        new SiteFixture().page("http://" + parts[0] + ".example/", html),
        parts[3]);
  }

  private static Seller seller(String line) {
    String[] parts = line.split(" *\\| *");
    return new Seller(
        parts[0],
        Set.of(parts[2].split(",")),
        BusinessContext.builder()
            .language(Objects.requireNonNull(LANGUAGES.get(parts[1])))
            .items(BusinessContext.Items.INDUSTRIES, items(parts[3]))
            .text(BusinessContext.Text.TARGET_MARKET, parts[4])
            .items(BusinessContext.Items.PAINS, items(parts[5]))
            .build());
  }

  private static List<String> items(String cell) {
    return Arrays.asList(cell.split("; *"));
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = FitEvaluationTest.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
