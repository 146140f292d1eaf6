package dev.regularizer.core.purity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.digest.RevisionDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The core depends on nothing but the JDK and does nothing but compute. */
class CorePurityTest {
  private static final int LONGEST_SOURCE = 300;
  private static final int LONGEST_TYPE = 250;

  @Test
  void theCoreOnlyComputes() throws URISyntaxException {
    var classFiles = files(classesOf(RevisionDigest.class), ".class");
    assertThat(classFiles)
        .anyMatch(it -> it.endsWith("RevisionDigest.class"))
        .hasSizeGreaterThan(40);
    assertThat(classFiles.stream().flatMap(CorePurityTest::violations)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("impureClasses")
  void theScannerFindsEveryPlantedViolation(Class<?> impure) throws URISyntaxException {
    var file = classesOf(impure).resolve(impure.getName().replace('.', '/') + ".class");
    assertThat(violations(file)).isNotEmpty();
  }

  static Stream<Class<?>> impureClasses() {
    var planted = Impure.class.getDeclaredClasses();
    assertThat(planted).hasSizeGreaterThan(20);
    return Stream.of(planted);
  }

  /** As {@link Impure}'s records, without a violation. */
  record Pure(List<String> texts) {
    long use() {
      return Math.max(texts.size(), 1);
    }
  }

  @Test
  void theScannerAcceptsWhatIsPure() throws URISyntaxException {
    var file = classesOf(Pure.class).resolve(Pure.class.getName().replace('.', '/') + ".class");
    assertThat(violations(file)).isEmpty();
  }

  @Test
  void theScannerSeesWhatIsAllowedToo() throws URISyntaxException {
    var file =
        classesOf(RevisionDigest.class)
            .resolve(RevisionDigest.class.getName().replace('.', '/') + ".class");
    assertThat(ClassScanner.scan(read(file)))
        .extracting(Reference::owner)
        .contains(
            "java.security.MessageDigest",
            "dev.regularizer.core.json.CanonicalJson",
            "java.util.Map");
  }

  @Test
  void sourcesAreShort() {
    var sources = files(Path.of("src", "main", "java"), ".java");
    assertThat(sources).hasSizeGreaterThan(40);
    assertThat(sources)
        .allSatisfy(source -> {
          var lines = new String(read(source), StandardCharsets.UTF_8).lines().toList();
          assertThat(lines).as("%s", source).hasSizeLessThanOrEqualTo(LONGEST_SOURCE);
          assertThat(lines.stream().dropWhile(it -> !isTypeDeclaration(it)).count())
              .as("length of the type in %s", source)
              .isLessThanOrEqualTo(LONGEST_TYPE);
        });
  }

  @Test
  void noTypeIsABagOfHelpers() {
    assertThat(files(Path.of("src", "main", "java"), ".java"))
        .noneMatch(it ->
            it.getFileName()
                .toString()
                .toLowerCase(Locale.ROOT)
                .matches(".*(utils?|helpers?|common|misc)\\.java"));
  }

  private static boolean isTypeDeclaration(String line) {
    return line.matches(
        "(public |abstract |final |sealed |non-sealed )*(class|record|enum|interface|@interface) .*");
  }

  private static Stream<String> violations(Path classFile) {
    return PurityRules.violations(read(classFile)).stream()
        .map(it -> classFile.getFileName() + ": " + it);
  }

  private static Path classesOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static List<Path> files(Path root, String ending) {
    try (var all = Files.walk(root)) {
      return all.filter(it -> it.toString().endsWith(ending)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
