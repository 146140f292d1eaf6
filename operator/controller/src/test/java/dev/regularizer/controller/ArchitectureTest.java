package dev.regularizer.controller;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may use what, and how large a file may be. */
@AnalyzeClasses(
    packages = "dev.regularizer.controller",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final int LONGEST = 250;

  @ArchTest
  static final ArchRule theFrameworkStaysInItsPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.regularizer.controller.reconcile")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.javaoperatorsdk..");

  @ArchTest
  static final ArchRule timeIsInjected =
      noClasses()
          .that()
          .doNotHaveSimpleName("Main")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Clock.class, "systemUTC");

  @ArchTest
  static final ArchRule theEnvironmentIsReadInMainOnly =
      noClasses()
          .that()
          .doNotHaveSimpleName("Main")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  @ArchTest
  static final ArchRule noBagsOfHelpers =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils");

  @ArchTest
  static final ArchRule pureParsingAndRenderingKnowNoClient =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.regularizer.controller.wire",
              "dev.regularizer.controller.traffic",
              "dev.regularizer.controller.workload",
              "dev.regularizer.controller.observe",
              "dev.regularizer.controller.cache")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(KubernetesClient.class);

  @Test
  void filesAreShortAndImportNoWildcards() throws IOException {
    try (var files = Files.walk(SOURCES)) {
      var all = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(all).hasSizeGreaterThan(50);
      assertThat(all).allSatisfy(file -> assertThat(lines(file)).hasSizeLessThanOrEqualTo(LONGEST));
      assertThat(all)
          .allSatisfy(
              file -> assertThat(lines(file)).noneMatch(line -> line.matches("import .*\\*;")));
    }
  }

  @Test
  void theReconcilerIsShort() {
    var reconcile = SOURCES.resolve("dev/regularizer/controller/reconcile");
    assertThat(lines(reconcile.resolve("ModelReconciler.java"))).hasSizeLessThanOrEqualTo(120);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
