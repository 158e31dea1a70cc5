package dev.prospector.agents.registration;

import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Evidence;
import dev.prospector.evidence.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the numbers found is the company's own. Numbers that are said to be over do not count;
 * branches count for their company; two companies' numbers on one site contradict each other.
 */
record OwnNumber(
    Fact<String> number, Optional<RegistrationKind> kind, Fact<RegistrationStatus> status) {

  static OwnNumber among(List<Registration.Establishment> all, Evidence evidence) {
    Map<String, List<Registration.Establishment>> companies = new LinkedHashMap<>();
    for (Registration.Establishment one : all) {
      if (!one.isOver()) {
        companies.computeIfAbsent(company(one), c -> new ArrayList<>()).add(one);
      }
    }
    List<Registration.Establishment> heads = heads(companies);
    if (heads.isEmpty()) {
      return new OwnNumber(Fact.unknown(), Optional.empty(), Fact.unknown());
    }
    List<Claim<String>> claims =
        heads.stream().flatMap(h -> h.number().backing().stream()).toList();
    Registration.Establishment first = heads.get(0);
    return new OwnNumber(evidence.fact(claims), Optional.of(first.kind()), first.status());
  }

  /**
   * One number for each company, of the first kind found: a company has a number in each register,
   * and numbers of different registers do not contradict each other.
   */
  private static List<Registration.Establishment> heads(
      Map<String, List<Registration.Establishment>> companies) {
    List<Registration.Establishment> heads =
        companies.values().stream().map(OwnNumber::headOffice).toList();
    return heads.stream().filter(head -> head.kind() == heads.get(0).kind()).toList();
  }

  private static Registration.Establishment headOffice(List<Registration.Establishment> branches) {
    return branches.stream()
        .filter(b -> Cnpj.parse(b.number().known()).map(Cnpj::isHeadOffice).orElse(false))
        .findFirst()
        .orElse(branches.get(0));
  }

  private static String company(Registration.Establishment one) {
    String number = one.number().known();
    String own =
        one.kind() == RegistrationKind.CNPJ
            ? Cnpj.parse(number).map(Cnpj::root).orElse(number)
            : number;
    return one.kind() + " " + own;
  }
}
