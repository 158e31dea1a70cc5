package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.structured.Fact;
import dev.prospector.agents.structured.OrganizationData;
import dev.prospector.agents.structured.StructuredData;
import dev.prospector.benchmark.evaluation.StructuredDataEvaluation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Examples written in three syntaxes: the first organisation of each must have the same name, URL,
 * telephone numbers, e-mail and address parts as that of the JSON-LD.
 */
final class SchemaOrgCases {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, String> MARKERS = markers();
  private static final Set<Fact.Field> COMPARED =
      Set.of(
          Fact.Field.NAME,
          Fact.Field.LEGAL_NAME,
          Fact.Field.URL,
          Fact.Field.TELEPHONE,
          Fact.Field.FAX,
          Fact.Field.EMAIL,
          Fact.Field.SAME_AS,
          Fact.Field.FOUNDING_DATE,
          Fact.Field.EMPLOYEES,
          Fact.Field.TAX_ID,
          Fact.Field.VAT_ID);

  private SchemaOrgCases() {}

  private static Map<String, String> markers() {
    Map<String, String> markers = new LinkedHashMap<>();
    markers.put("jsonld", "@type");
    markers.put("microdata", "itemtype");
    markers.put("rdfa", "typeof");
    return markers;
  }

  static List<Outcome> of(Path file) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    int line = 0;
    for (String text : Files.readAllLines(file)) {
      line++;
      if (!text.isBlank()) {
        compare(file.getFileName() + ":" + line, JSON.readTree(text), outcomes);
      }
    }
    return outcomes;
  }

  // A syntax takes part when its snippet types a thing: some say "TODO" or lack the attribute.
  private static void compare(String id, JsonNode example, List<Outcome> outcomes) {
    Map<String, Set<String>> facts = new LinkedHashMap<>();
    MARKERS.forEach(
        (syntax, marker) -> {
          String snippet = example.path(syntax).asString("");
          if (snippet.contains(marker)) {
            facts.put(syntax, facts(snippet));
          }
        });
    boolean any = facts.values().stream().anyMatch(set -> !set.isEmpty());
    if (facts.size() < 2 || !any) {
      return;
    }
    Map.Entry<String, Set<String>> first = facts.entrySet().iterator().next();
    String expected = "";
    String found = "";
    for (Map.Entry<String, Set<String>> each : facts.entrySet()) {
      if (!each.getValue().equals(first.getValue())) {
        expected = first.getKey() + " " + lacking(first.getValue(), each.getValue());
        found = each.getKey() + " " + lacking(each.getValue(), first.getValue());
      }
    }
    outcomes.add(new Outcome(id, "schemaorg", expected, found));
  }

  private static Set<String> lacking(Set<String> all, Set<String> others) {
    Set<String> lacking = new TreeSet<>();
    all.stream().filter(fact -> !others.contains(fact)).forEach(lacking::add);
    return lacking;
  }

  private static Set<String> facts(String snippet) {
    StructuredData data = StructuredData.of(Jsoup.parse(snippet), "");
    Set<String> facts = new TreeSet<>();
    OrganizationData.of(data).stream().limit(1).forEach(organization -> add(organization, facts));
    return facts;
  }

  private static void add(OrganizationData organization, Set<String> facts) {
    for (Fact fact : organization.facts()) {
      if (COMPARED.contains(fact.field())) {
        facts.add(fact.field() + "=" + normal(fact));
      }
    }
    for (OrganizationData.Address address : organization.addresses()) {
      address.parts().forEach(part -> facts.add(part.field() + "=" + normal(part)));
    }
    for (OrganizationData.Person person : organization.people()) {
      person.facts().forEach(part -> facts.add("PERSON." + part.field() + "=" + normal(part)));
    }
  }

  private static String normal(Fact fact) {
    String folded =
        Normalizer.normalize(fact.value(), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    return switch (fact.field()) {
      case TELEPHONE, FAX -> folded.replaceAll("\\D", "");
      case COUNTRY -> country(folded);
      default -> folded;
    };
  }

  private static String country(String name) {
    for (String code : Locale.getISOCountries()) {
      String english =
          new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
      if (english.equalsIgnoreCase(name)) {
        return code.toLowerCase(Locale.ROOT);
      }
    }
    return name;
  }
}
