package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.rollout.Rollouts;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bugs that users of other rollout operators met, planted in a copy of the decision: each makes a
 * rehearsed rollout break the invariant that its patch names.
 */
@Execution(ExecutionMode.CONCURRENT)
class PlantedBugsTest {
  private static final Path ROOT = Path.of("../..");
  private static final Path BUGS = Path.of("src/test/bugs");
  private static final int LEAST = 20;

  @ParameterizedTest
  @MethodSource("bugs")
  void isCaught(Path bug, @TempDir Path scratch) throws Exception {
    var patch = SourcePatch.read(BUGS.resolve(bug));
    var caught = patch.header("Caught by");
    assertThat(report(compiled(patch, scratch)))
        .as(patch.header("Bug"))
        .anyMatch(line -> line.startsWith(caught + " in "));
  }

  @Test
  void thereAreEnough() throws IOException {
    assertThat(bugs()).hasSizeGreaterThanOrEqualTo(LEAST);
  }

  static List<Path> bugs() throws IOException {
    try (var files = Files.list(BUGS)) {
      return files.map(Path::getFileName).sorted().toList();
    }
  }

  /** Compiles the changed sources; where the classes are. */
  private static Path compiled(SourcePatch patch, Path scratch) throws IOException {
    var classes = Files.createDirectory(scratch.resolve("classes"));
    var options = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d", classes.toString()));
    var paths = new ArrayList<String>();
    for (var place : places()) {
      paths.add(place.toString());
    }
    options.addAll(List.of("-cp", String.join(File.pathSeparator, paths)));
    for (var changed : patch.applied(ROOT).entrySet()) {
      var source = scratch.resolve(changed.getKey());
      Files.createDirectories(source.getParent());
      options.add(Files.writeString(source, changed.getValue()).toString());
    }
    int result =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
    assertThat(result).as("javac's exit code").isZero();
    return classes;
  }

  /** What rehearsed rollouts break with the changed classes. */
  private static List<String> report(Path changed) throws Exception {
    var places = Stream.concat(Stream.of(changed), places().stream()).toList();
    var urls = new ArrayList<URL>();
    for (var place : places) {
      urls.add(place.toUri().toURL());
    }
    try (var loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      var report = loader.loadClass(RehearsedRollouts.class.getName()).getMethod("report");
      return ((List<?>) report.invoke(null)).stream().map(String::valueOf).toList();
    }
  }

  /** Where the classes of core, of the testkit and of the annotations are. */
  private static List<Path> places() {
    return Stream.of(Rollouts.class, RehearsedRollouts.class, Nullable.class)
        .map(PlantedBugsTest::place)
        .toList();
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
