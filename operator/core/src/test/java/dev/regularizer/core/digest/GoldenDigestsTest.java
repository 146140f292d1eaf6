package dev.regularizer.core.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Digests that an upgrade of the operator may never change. */
class GoldenDigestsTest {

  record Golden(String name, String revision, String sha256, List<String> suffixes) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void staysForEver(Golden golden) {
    var revision = JsonReader.read(golden.revision);
    for (int collision = 0; collision < golden.suffixes.size(); collision++) {
      assertThat(RevisionDigest.digest(revision, 1, collision))
          .isEqualTo(new Digest(1, collision, golden.sha256, golden.suffixes.get(collision)));
    }
  }

  @Test
  void thereAreTwenty() {
    assertThat(goldens()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(goldens()).allSatisfy(it -> assertThat(it.suffixes()).hasSize(3));
    assertThat(goldens().map(Golden::name)).doesNotHaveDuplicates();
  }

  static Stream<Golden> goldens() {
    return Arrays.stream(resource().split("\n\n", -1))
        .filter(it -> it.startsWith("case "))
        .map(GoldenDigestsTest::golden);
  }

  private static Golden golden(String block) {
    var lines = block.strip().lines().toList();
    int json = lines.size() - 2;
    return new Golden(
        lines.getFirst().substring("case ".length()),
        lines.subList(1, json).stream().collect(Collectors.joining("\n")),
        lines.get(json).substring("sha256 ".length()),
        List.of(lines.getLast().substring("suffixes ".length()).split(" ", -1)));
  }

  private static String resource() {
    try (var in = GoldenDigestsTest.class.getResourceAsStream("golden-digests.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
