package dev.prospector.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.prospector.Prospector;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreArchitectureTest {

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/testkit/"))
          .importPackagesOf(Prospector.class);

  @Test
  void theWholeCoreIsLookedAt() {
    assertThat(CORE).hasSizeGreaterThan(150);
    assertThat(CORE.contain(Note.class)).isFalse();
  }

  @Test
  void theCoreUsesNothingButWhatIsAllowed() {
    ArchitectureRules.onlyUses(
            List.of("dev.prospector.."),
            List.of(
                "javax.crypto..",
                "com.fasterxml.jackson.annotation..",
                "tools.jackson..",
                "org.slf4j..",
                "org.jspecify.."))
        .check(CORE);
  }

  @Test
  void timeChanceAndOutputComeFromOutside() {
    for (ArchRule rule :
        List.of(
            ArchitectureRules.timeComesFromOutside(),
            ArchitectureRules.chanceComesFromOutside("dev.prospector.Prospector"),
            ArchitectureRules.nothingIsPrinted(),
            ArchitectureRules.exceptionsAreOfAKind(),
            ArchitectureRules.internalsStayInside(),
            ArchitectureRules.portsAreCalledWithoutMonitors("dev.prospector.port"))) {
      rule.check(CORE);
    }
  }

  @Test
  void everyCallSaysWhatBecomesOfItWhenNobodyKnowsHowItEnded() {
    ArchitectureRules.callsDeclareTheirEffect("dev.prospector.port", "HttpTransport", "Dispatcher")
        .check(CORE);
  }

  @Test
  void aCallThatDoesNotSayItFailsTheBuild() {
    ArchRule rule = ArchitectureRules.callsDeclareTheirEffect("dev.prospector.testkit");
    JavaClasses undeclared = new ClassFileImporter().importClasses(Undeclared.class);

    assertThat(rule.evaluate(undeclared).getFailureReport().getDetails())
        .singleElement()
        .asString()
        .contains("Undeclared does not say what its calls do");
  }

  @Test
  void noPackageNeedsOneThatNeedsIt() {
    ArchitectureRules.packagesAreWithoutCycles("dev.prospector").check(CORE);
  }
}
