package dev.prospector.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.prospector.Prospector;
import dev.prospector.build.ArchitectureRules;
import dev.prospector.build.PackageSizes;
import dev.prospector.evidence.value.ValueType;
import dev.prospector.evidence.value.ValueTypes;
import dev.prospector.testkit.Note;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreArchitectureTest {

  private static final JavaClasses CORE =
      without("/testkit/", "engine-tests", "/prospector/tracking/");
  private static final JavaClasses TRACKING =
      without("/testkit/", "engine-tests").that(resideInAPackage("dev.prospector.tracking.."));

  private static final String[] PORTS = {
    "dev.prospector.http",
    "dev.prospector.model",
    "dev.prospector.privacy",
    "dev.prospector.registry",
    "dev.prospector.store",
    "dev.prospector.web"
  };

  private static JavaClasses without(String... places) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(location -> Arrays.stream(places).noneMatch(location::contains))
        .importPackagesOf(Prospector.class);
  }

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
                "javax.net.ssl..",
                "com.fasterxml.jackson.annotation..",
                "io.github.resilience4j..",
                "tools.jackson..",
                "org.slf4j..",
                "org.jspecify.."))
        .check(CORE);
    assertThat(CORE)
        .allSatisfy(
            type ->
                assertThat(type.getDirectDependenciesFromSelf())
                    .noneMatch(d -> TRACKING.contain(d.getTargetClass().getName())));
  }

  @Test
  void trackingUsesTheCoreAndWhatIsAllowed() {
    assertThat(TRACKING).hasSizeGreaterThan(30);
    ArchitectureRules.onlyUses(
            List.of("dev.prospector.."),
            List.of(
                "com.fasterxml.jackson.annotation..",
                "tools.jackson..",
                "io.micrometer.core..",
                "javax.crypto..",
                "org.slf4j..",
                "org.jspecify.."))
        .check(TRACKING);
  }

  @Test
  void timeChanceAndOutputComeFromOutside() {
    for (ArchRule rule :
        List.of(
            ArchitectureRules.timeComesFromOutside(),
            ArchitectureRules.chanceComesFromOutside("dev.prospector.Prospector"),
            ArchitectureRules.nothingIsPrinted(),
            ArchitectureRules.exceptionsAreOfAKind(),
            ArchitectureRules.internalsStayInside(
                "dev.prospector.Prospector",
                "dev.prospector.GivenSources",
                "dev.prospector.GivenStorage"),
            ArchitectureRules.portsAreCalledWithoutMonitors(PORTS))) {
      rule.check(CORE);
      rule.check(TRACKING);
    }
  }

  @Test
  void everyCallSaysWhatBecomesOfItWhenNobodyKnowsHowItEnded() {
    ArchitectureRules.callsDeclareTheirEffect(
            "dev.prospector.model", "dev.prospector.web", "dev.prospector.registry")
        .check(CORE);
  }

  @Test
  void aCallThatDoesNotSayItFailsTheBuild() {
    ArchRule rule = ArchitectureRules.callsDeclareTheirEffect("dev.prospector.engine");
    JavaClasses undeclared = new ClassFileImporter().importClasses(Undeclared.class);

    assertThat(rule.evaluate(undeclared).getFailureReport().getDetails())
        .singleElement()
        .asString()
        .contains("Undeclared does not say what its calls do");
  }

  @Test
  void noReaderOfQuotesCanKnowTheValueThatIsClaimed() {
    ArchitectureRules.valueTypesAreConstants().check(CORE);
    JavaClasses knowing = new ClassFileImporter().importClasses(Knowing.class, Constant.class);

    assertThat(
            ArchitectureRules.valueTypesAreConstants()
                .evaluate(knowing)
                .getFailureReport()
                .getDetails())
        .singleElement()
        .asString()
        .contains("Knowing.asked");
  }

  /** A type of value that was made for the value. */
  static final class Knowing {
    static boolean asked(String value) {
      return ValueTypes.readBy(quote -> List.of(value)).derives(value, "anything");
    }
  }

  /** A type of value as it should be. */
  static final class Constant {
    static final ValueType<String> WHOLE = ValueTypes.readBy(List::of);
  }

  @Test
  void noPackageNeedsOneThatNeedsIt() {
    ArchitectureRules.packagesAreWithoutCycles("dev.prospector").check(CORE);
    ArchitectureRules.packagesAreWithoutCycles("dev.prospector.tracking").check(TRACKING);
  }

  @Test
  void noPackageHasMoreTypesThanANewcomerCanLookThrough() {
    assertThat(PackageSizes.above(PackageSizes.MOST, CORE)).isEmpty();
    assertThat(PackageSizes.above(PackageSizes.MOST, TRACKING)).isEmpty();
  }
}
