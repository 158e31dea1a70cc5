package dev.prospector.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.prospector.adapter.okhttp.OkHttpTransport;
import dev.prospector.build.ArchitectureRules;
import dev.prospector.build.OneDoor;
import dev.prospector.build.PackageSizes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the modules of the whole project go together. */
class ArchitectureTest {

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.prospector");

  private static final List<String> ADAPTERS =
      List.of(
          "dev.prospector.adapter.web..",
          "dev.prospector.adapter.context..",
          "dev.prospector.adapter.imports..",
          "dev.prospector.adapter.okhttp..",
          "dev.prospector.adapter.export..",
          "dev.prospector.adapter.store..");

  @Test
  void everyModuleIsThere() {
    assertThat(
            List.of(
                "Prospector",
                "agents.page.PageText",
                "adapter.web.PageArchive",
                "adapter.context.BusinessContexts",
                "adapter.imports.LeadFile",
                "adapter.export.write.LeadWriter",
                "adapter.okhttp.OkHttpTransport",
                "adapter.store.Store"))
        .allMatch(name -> ALL.contain("dev.prospector." + name));
  }

  @Test
  void adaptersDoNotSeeEachOther() {
    ArchitectureRules.apart(ADAPTERS).forEach(rule -> rule.check(ALL));
  }

  /** A host that reads a context needs neither a spreadsheet library nor the agents. */
  @Test
  void readingAContextBringsNoSpreadsheetAndNoAgents() {
    noClasses()
        .that()
        .resideInAPackage("dev.prospector.adapter.context..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.dhatim..", "de.siegmar..", "dev.prospector.agents..")
        .check(ALL);
  }

  /** Export writes the sections of the agents, and so knows them; nothing else may. */
  @Test
  void pagesAndAgentsDoNotSeeEachOther() {
    ArchitectureRules.apart(List.of("dev.prospector.adapter.web..", "dev.prospector.agents.."))
        .forEach(rule -> rule.check(ALL));
  }

  @Test
  void timeChanceAndOutputComeFromOutsideEverywhereButInTheProgram() {
    JavaClasses library = ALL.that(notOfTheProgram());
    for (ArchRule rule :
        List.of(
            ArchitectureRules.timeComesFromOutside(),
            ArchitectureRules.chanceComesFromOutside(
                "dev.prospector.Prospector", "dev.prospector.adapter.store.Store"),
            ArchitectureRules.nothingIsPrinted(),
            ArchitectureRules.exceptionsAreOfAKind(),
            ArchitectureRules.valueTypesAreConstants(),
            ArchitectureRules.internalsStayInside(
                "dev.prospector.Prospector",
                "dev.prospector.GivenSources",
                "dev.prospector.GivenStorage"),
            ArchitectureRules.portsAreCalledWithoutMonitors(
                "dev.prospector.model",
                "dev.prospector.privacy",
                "dev.prospector.registry",
                "dev.prospector.store",
                "dev.prospector.web"))) {
      rule.check(library);
    }
  }

  @Test
  void connectionsAreOpenedByTransportsAlone() {
    OneDoor.connectionsAreOpenedBy(
            "dev.prospector.http.JdkHttpTransport",
            OkHttpTransport.class.getName(),
            "dev.prospector.adapter.okhttp.OneExchange",
            "dev.prospector.adapter.okhttp.CheckedDns",
            "dev.prospector.adapter.okhttp.Sending",
            "dev.prospector.adapter.okhttp.SentBody")
        .check(ALL);
  }

  @Test
  void aClassThatOpensAConnectionIsFound() {
    assertThat(OneDoor.connectionsAreOpenedBy().evaluate(ALL).getFailureReport().getDetails())
        .anyMatch(line -> line.contains("JdkHttpTransport"))
        .anyMatch(line -> line.contains("OkHttpTransport"));
  }

  @Test
  void noPackageHasMoreTypesThanANewcomerCanLookThrough() {
    assertThat(PackageSizes.above(PackageSizes.MOST, ALL.that(notOfTheProgram()))).isEmpty();
    assertThat(PackageSizes.above(1, ALL)).containsKey("dev.prospector.evidence");
  }

  @Test
  void noPackageNeedsOneThatNeedsIt() {
    for (String module :
        List.of(
            "dev.prospector.agents",
            "dev.prospector.adapter.model",
            "dev.prospector.adapter.store",
            "dev.prospector.adapter.web",
            "dev.prospector.adapter.imports",
            "dev.prospector.adapter.export",
            "dev.prospector.cli")) {
      ArchitectureRules.packagesAreWithoutCycles(module).check(ALL);
    }
  }

  private static com.tngtech.archunit.base.DescribedPredicate<
          com.tngtech.archunit.core.domain.JavaClass>
      notOfTheProgram() {
    return com.tngtech.archunit.base.DescribedPredicate.describe(
        "are not of the program or the tests",
        c ->
            !c.getPackageName().startsWith("dev.prospector.cli")
                && !c.getPackageName().startsWith("dev.prospector.testkit")
                && !c.getPackageName().startsWith("dev.prospector.simulation")
                && !c.getPackageName().startsWith("dev.prospector.build"));
  }
}
