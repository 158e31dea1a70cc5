package dev.prospector.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.prospector.build.ArchitectureRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same class files run in Spring Boot 4.1 and 3.5. */
class StarterArchitectureTest {

  /** What stands in both under the same name; {@code boot.sql} is an annotation alone. */
  private static final List<String> IN_BOTH =
      List.of(
          "org.springframework.boot.autoconfigure.",
          "org.springframework.boot.context.properties.",
          "org.springframework.boot.diagnostics.",
          "org.springframework.boot.actuate.endpoint.",
          "org.springframework.boot.actuate.autoconfigure.endpoint.",
          "org.springframework.boot.sql.init.dependency.");

  /** What moved although its package begins like one that did not. */
  private static final List<String> MOVED =
      List.of(
          "org.springframework.boot.autoconfigure.jdbc",
          "org.springframework.boot.autoconfigure.flyway",
          "org.springframework.boot.autoconfigure.liquibase",
          "org.springframework.boot.autoconfigure.web",
          "org.springframework.boot.autoconfigure.security",
          "org.springframework.boot.autoconfigure.thread",
          "org.springframework.boot.autoconfigure.jackson",
          "org.springframework.boot.autoconfigure.task");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrl(
              ProspectorCustomizer.class.getProtectionDomain().getCodeSource().getLocation());

  @Test
  void noTypeIsUsedThatMovedBetweenTheVersions() {
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are of Spring Boot and not the same in both versions",
                StarterArchitectureTest::isElsewhere))
        .check(CLASSES);
  }

  private static boolean isElsewhere(JavaClass type) {
    String name = type.getName();
    return name.startsWith("org.springframework.boot.")
        && (IN_BOTH.stream().noneMatch(name::startsWith)
            || MOVED.stream().anyMatch(name::startsWith));
  }

  @Test
  void noJsonLibraryIsUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml.jackson.databind..", "tools.jackson..")
        .because("3.5 binds Jackson 2 and 4.1 binds Jackson 3")
        .check(CLASSES);
  }

  @Test
  void theRulesOfTheHouseHold() {
    for (ArchRule rule :
        List.of(
            ArchitectureRules.timeComesFromOutside(),
            ArchitectureRules.chanceComesFromOutside(
                "dev.prospector.spring.web.ProspectorMountAutoConfiguration"),
            ArchitectureRules.nothingIsPrinted(),
            ArchitectureRules.exceptionsAreOfAKind(),
            ArchitectureRules.internalsStayInside(),
            ArchitectureRules.packagesAreWithoutCycles("dev.prospector.spring"),
            ArchitectureRules.portsAreCalledWithoutMonitors("dev.prospector.store"))) {
      rule.check(CLASSES);
    }
  }
}
