package dev.bellwether.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  static final String BASE = "dev.bellwether";
  static final String DOMAIN = BASE + ".domain..";
  static final String USE_CASES = BASE + ".usecase..";
  static final String PORTS = BASE + ".usecase.port..";
  static final String ADAPTERS = BASE + ".adapter..";
  static final String JSON = BASE + ".adapter.json..";
  static final String HTTP = BASE + ".adapter.http..";
  static final String FUNCTIONS = BASE + ".function..";

  static final JavaClasses MAIN = imported(new ImportOption.DoNotIncludeTests());
  static final JavaClasses TESTS = imported(new ImportOption.OnlyIncludeTests());

  @Test
  void every_package_named_in_these_rules_exists() {
    for (var ring : List.of(DOMAIN, USE_CASES, PORTS, ADAPTERS, JSON, HTTP, FUNCTIONS)) {
      assertFalse(MAIN.that(resideInAPackage(ring)).isEmpty(), ring + " matches nothing");
    }
  }

  @Test
  void rings_point_inward() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("domain")
        .definedBy(DOMAIN)
        .layer("use cases")
        .definedBy(USE_CASES)
        .layer("adapters")
        .definedBy(ADAPTERS)
        .layer("functions")
        .definedBy(FUNCTIONS)
        .whereLayer("functions")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("adapters")
        .mayOnlyBeAccessedByLayers("functions")
        .whereLayer("use cases")
        .mayOnlyBeAccessedByLayers("functions", "adapters")
        .check(MAIN);
  }

  @Test
  void adapters_see_ports_but_not_use_cases() {
    noClasses()
        .that()
        .resideInAPackage(ADAPTERS)
        .should()
        .dependOnClassesThat(resideInAPackage(USE_CASES).and(not(resideInAPackage(PORTS))))
        .check(MAIN);
  }

  @Test
  void domain_uses_only_the_jdk() {
    classes()
        .that()
        .resideInAPackage(DOMAIN)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            DOMAIN,
            "java.lang..",
            "java.util",
            "java.util.function..",
            "java.util.stream..",
            "java.util.regex..",
            "java.nio.charset..",
            "java.time..",
            "java.math..",
            "org.jspecify..",
            "com.google.re2j")
        .check(MAIN);
  }

  /// See docs/adr/0010.
  @Test
  void only_conditions_match_regular_expressions_of_others() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".domain.condition")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.re2j..")
        .check(MAIN);
  }

  @Test
  void use_cases_use_only_the_domain_and_the_jdk() {
    classes()
        .that()
        .resideInAPackage(USE_CASES)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(DOMAIN, USE_CASES, "java..", "org.jspecify..")
        .check(MAIN);
  }

  @Test
  void domain_and_use_cases_are_deterministic() {
    noClasses()
        .that()
        .resideInAnyPackage(DOMAIN, USE_CASES)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
        .check(MAIN);
  }

  @Test
  void only_wiring_names_adapters() {
    noClasses()
        .that()
        .resideInAPackage(FUNCTIONS)
        .and()
        .haveSimpleNameNotEndingWith("Wiring")
        .should()
        .dependOnClassesThat(resideInAPackage(ADAPTERS).and(not(resideInAPackage(JSON))))
        .check(MAIN);
  }

  @Test
  void functions_do_not_know_each_other() {
    slices().matching(BASE + ".function.(*)..").should().notDependOnEachOther().check(MAIN);
  }

  @Test
  void adapters_do_not_know_each_other() {
    slices()
        .matching(BASE + ".adapter.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(resideInAPackage(ADAPTERS), resideInAPackage(JSON))
        .ignoreDependency(resideInAPackage(ADAPTERS), resideInAPackage(HTTP))
        .check(MAIN);
  }

  @Test
  void lambda_types_stay_in_the_functions() {
    noClasses()
        .that()
        .resideOutsideOfPackage(FUNCTIONS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.amazonaws..")
        .check(MAIN);
  }

  @Test
  void only_environment_reads_the_environment() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Environment")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(MAIN);
  }

  @Test
  void domain_types_are_closed() {
    classes()
        .that()
        .resideInAPackage(DOMAIN)
        .and()
        .areNotAnonymousClasses()
        .should(
            be(
                "a record, an enum, a sealed interface or a final class",
                ArchitectureTest::isClosed))
        .check(MAIN);
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(DOMAIN)
        .should()
        .haveNameMatching("set[A-Z].*")
        .check(MAIN);
  }

  @Test
  void handlers_can_be_built_by_lambda_and_by_hand() {
    classes()
        .that()
        .implement(RequestHandler.class)
        .should()
        .haveSimpleNameEndingWith("Handler")
        .andShould(
            be(
                "constructible with () and with (Environment)",
                c ->
                    c.tryGetConstructor().isPresent()
                        && c.tryGetConstructor(BASE + ".function.Environment").isPresent()))
        .check(MAIN);
  }

  @Test
  void names_say_what_things_are() {
    for (var vague : List.of("Impl", "Manager", "Helper", "Util", "Utils", "Service")) {
      noClasses().should().haveSimpleNameEndingWith(vague).check(MAIN);
    }
  }

  @Test
  void general_hygiene() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(MAIN);
    NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(MAIN);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(MAIN);
    NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(MAIN);
    slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void tests_never_sleep() {
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(TESTS);
  }

  @Test
  void every_store_has_a_contract() {
    var contracts = TESTS.stream().map(JavaClass::getSimpleName).toList();
    var missing =
        MAIN.that(resideInAPackage(PORTS)).stream()
            .map(JavaClass::getSimpleName)
            .filter(port -> port.endsWith("Store") && !contracts.contains(port + "Contract"))
            .toList();
    assertEquals(List.of(), missing);
  }

  private static boolean isClosed(JavaClass c) {
    return c.isRecord()
        || c.isEnum()
        || c.getModifiers().contains(FINAL)
        || (c.isInterface() && c.reflect().isSealed())
        || (c.isInterface() && c.isAnnotatedWith(FunctionalInterface.class))
        || c.getSimpleName().equals("package-info");
  }

  private static ArchCondition<JavaClass> be(String what, Predicate<JavaClass> test) {
    return new ArchCondition<>("be " + what) {
      @Override
      public void check(JavaClass c, ConditionEvents events) {
        if (!test.test(c)) {
          events.add(SimpleConditionEvent.violated(c, c.getName() + " is not " + what));
        }
      }
    };
  }

  private static JavaClasses imported(ImportOption which) {
    return new ClassFileImporter().withImportOption(which).importPackages(BASE);
  }
}
