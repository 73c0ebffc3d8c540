package dev.bellwether.local.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// What the local module may know.
final class LocalArchitectureTest {
  private static final JavaClasses LOCAL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.bellwether.local");

  @Test
  void the_functions_are_known_by_the_names_in_the_template_only() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.bellwether.domain..",
            "dev.bellwether.usecase..",
            "dev.bellwether.adapter..",
            "dev.bellwether.function..")
        .check(LOCAL);
  }

  @Test
  void packages_know_each_other_in_one_direction() {
    slices().matching("dev.bellwether.(local..)").should().beFreeOfCycles().check(LOCAL);
  }

  @Test
  void the_template_knows_nothing_of_what_runs_it() {
    noClasses()
        .that()
        .resideInAPackage("dev.bellwether.local.template..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", "com.sun.net.httpserver..", "org.elasticmq..")
        .check(LOCAL);
  }

  @Test
  void the_sandbox_knows_nothing_of_the_system_it_serves() {
    noClasses()
        .that()
        .resideInAPackage("dev.bellwether.local.sandbox..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.bellwether.local",
            "dev.bellwether.local.template..",
            "dev.bellwether.local.lambda..",
            "software.amazon..")
        .check(LOCAL);
  }

  @Test
  void only_the_command_ends_the_process() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.bellwether.local.Local")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(LOCAL);
  }
}
