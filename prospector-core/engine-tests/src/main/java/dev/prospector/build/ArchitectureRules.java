package dev.prospector.build;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Rules on how code is put together, for ArchUnit ({@code rule.check(classes)}). Time, chance and
 * output come from outside everywhere but in composition roots, which are excepted by name.
 */
public final class ArchitectureRules {

  private static final Set<String> CLOCKS =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalTime",
          "java.time.LocalDateTime",
          "java.time.OffsetDateTime",
          "java.time.ZonedDateTime",
          "java.time.Year",
          "java.time.YearMonth");

  private static final String VALUE_TYPES = "dev.prospector.evidence.value.ValueTypes";
  private static final Set<String> MAKERS = Set.of("readBy", "recordOf", "enumeration");

  private static final Class<InterruptedException> INTERRUPTED = InterruptedException.class;

  private ArchitectureRules() {}

  /** No class asks the machine for the time; how long something took may be measured. */
  public static ArchRule timeComesFromOutside(String... exceptedClasses) {
    return noClasses()
        .that(areNot(exceptedClasses))
        .should()
        .callMethodWhere(
            call(
                "asks the machine for the time",
                c ->
                    owner(c).equals("java.lang.System") && c.getName().equals("currentTimeMillis")
                        || c.getName().equals("now")
                            && CLOCKS.contains(owner(c))
                            && c.getTarget().getRawParameterTypes().isEmpty()))
        .because("the same input gives the same result: take a java.time.Clock")
        .allowEmptyShould(true);
  }

  /** No random number without a seed. */
  public static ArchRule chanceComesFromOutside(String... exceptedClasses) {
    return noClasses()
        .that(areNot(exceptedClasses))
        .should()
        .callCodeUnitWhere(
            call(
                "draws a random number that cannot be reproduced",
                c ->
                    isUnseededRandom(c)
                        || owner(c).equals("java.lang.Math") && c.getName().equals("random")
                        || owner(c).equals("java.util.concurrent.ThreadLocalRandom")
                        || owner(c).equals("java.util.UUID") && c.getName().equals("randomUUID")))
        .because("the same input gives the same result: take a seed or a source of ids")
        .allowEmptyShould(true);
  }

  private static boolean isUnseededRandom(JavaCall<?> call) {
    return owner(call).equals("java.util.Random")
        && call.getName().equals("<init>")
        && call.getTarget().getRawParameterTypes().isEmpty();
  }

  /** No class writes to the console; a library has a logger, and no say over the console. */
  public static ArchRule nothingIsPrinted(String... exceptedClasses) {
    return noClasses()
        .that(areNot(exceptedClasses))
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .allowEmptyShould(true);
  }

  /** No class throws {@code RuntimeException}, {@code Exception} or {@code Throwable} itself. */
  public static ArchRule exceptionsAreOfAKind() {
    return noClasses()
        .should(GeneralCodingRules.THROW_GENERIC_EXCEPTIONS)
        .because("the kind of an exception says what the caller can do")
        .allowEmptyShould(true);
  }

  /**
   * No package needs another one that needs it.
   *
   * @param root such as {@code dev.prospector}; each package below it is one slice
   */
  public static ArchRule packagesAreWithoutCycles(String root) {
    return SlicesRuleDefinition.slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true);
  }

  /** Classes of these packages use nothing but what stands in the allowed ones. */
  public static ArchRule onlyUses(List<String> packages, List<String> allowed) {
    List<String> all = new ArrayList<>(packages);
    all.addAll(allowed);
    all.add("java..");
    return classes()
        .that()
        .resideInAnyPackage(packages.toArray(String[]::new))
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "are in " + all,
                c ->
                    c.isPrimitive()
                        || c.isArray()
                        || JavaClass.Predicates.resideInAnyPackage(all.toArray(String[]::new))
                            .test(c)))
        .allowEmptyShould(true);
  }

  /** Of these groups of packages, such as one per adapter, none uses another. */
  public static List<ArchRule> apart(List<String> groups) {
    return groups.stream()
        .<ArchRule>map(
            group ->
                noClasses()
                    .that()
                    .resideInAPackage(group)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                        groups.stream().filter(g -> !g.equals(group)).toArray(String[]::new))
                    .allowEmptyShould(true))
        .toList();
  }

  /**
   * What stands in a package {@code internal} is used only from below the package that holds it.
   *
   * @param exceptedClasses the ways in, such as a facade
   */
  public static ArchRule internalsStayInside(String... exceptedClasses) {
    DescribedPredicate<JavaClass> others = areNot(exceptedClasses);
    return classes()
        .that()
        .resideInAPackage("..internal..")
        .should(
            new ArchCondition<>("be used only within their module") {
              @Override
              public void check(JavaClass internal, ConditionEvents events) {
                String name = internal.getPackageName();
                String home = name.substring(0, name.indexOf(".internal"));
                internal.getDirectDependenciesToSelf().stream()
                    .filter(d -> others.test(d.getOriginClass()))
                    .filter(d -> !isBelow(d.getOriginClass().getPackageName(), home))
                    .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
              }
            })
        .allowEmptyShould(true);
  }

  /** Nothing that can wait for a service is called by a synchronized method. */
  public static ArchRule portsAreCalledWithoutMonitors(String... portPackages) {
    Set<String> ports = Set.of(portPackages);
    return noMethods()
        .that()
        .haveModifier(JavaModifier.SYNCHRONIZED)
        .should(
            new ArchCondition<>("call a port") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                method.getCallsFromSelf().stream()
                    .filter(c -> ports.contains(c.getTargetOwner().getPackageName()))
                    .filter(c -> c.getTargetOwner().isInterface())
                    .forEach(
                        c -> events.add(SimpleConditionEvent.satisfied(c, c.getDescription())));
              }
            })
        .because("between JDK 21 and 23 a monitor holds the carrier of a virtual thread")
        .allowEmptyShould(true);
  }

  /**
   * Every port that calls a service, which is one that can be interrupted while it waits, declares
   * in its type how a call with an unknown outcome is recovered.
   *
   * @param portPackages where such ports stand
   */
  public static ArchRule callsDeclareTheirEffect(String... portPackages) {
    return classes()
        .that()
        .resideInAnyPackage(portPackages)
        .and()
        .areInterfaces()
        .and()
        .areTopLevelClasses()
        .and(
            DescribedPredicate.describe(
                "call a service",
                port ->
                    port.getMethods().stream()
                        .anyMatch(m -> m.getThrowsClause().containsType(INTERRUPTED))))
        .should(
            new ArchCondition<>("declare their effect") {
              @Override
              public void check(JavaClass port, ConditionEvents events) {
                if (port.getAllMethods().stream().noneMatch(m -> m.getName().equals("effect"))) {
                  String what = port.getName() + " does not say what its calls do: add effect()";
                  events.add(SimpleConditionEvent.violated(port, what));
                }
              }
            });
  }

  /**
   * Types of values that are read out of quotes are made when their class is loaded, before there
   * is any lead: a reader made later could hold the very value that it is asked about.
   */
  public static ArchRule valueTypesAreConstants() {
    return noClasses()
        .that(areNot(VALUE_TYPES))
        .should()
        .callMethodWhere(
            call(
                "makes a value type outside a static initializer",
                c ->
                    owner(c).equals(VALUE_TYPES)
                        && MAKERS.contains(c.getName())
                        && !c.getOrigin().getName().equals("<clinit>")))
        .because("a value is derived by reading its quote, not by a judgement that is handed in")
        .allowEmptyShould(true);
  }

  private static boolean isBelow(String name, String home) {
    return name.equals(home) || name.startsWith(home + ".");
  }

  private static String owner(JavaAccess<?> access) {
    return access.getTargetOwner().getName();
  }

  private static DescribedPredicate<JavaCall<?>> call(
      String description, java.util.function.Predicate<JavaCall<?>> predicate) {
    return DescribedPredicate.describe(description, predicate);
  }

  private static DescribedPredicate<JavaClass> areNot(String... names) {
    List<String> excepted = Arrays.asList(names);
    return DescribedPredicate.describe(
        "are not " + excepted,
        c -> !excepted.contains(c.getName()) && !excepted.contains(outermost(c)));
  }

  private static String outermost(JavaClass inner) {
    int dollar = inner.getName().indexOf('$');
    return dollar < 0 ? inner.getName() : inner.getName().substring(0, dollar);
  }
}
