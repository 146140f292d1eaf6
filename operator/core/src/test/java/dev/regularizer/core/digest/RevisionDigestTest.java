package dev.regularizer.core.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regularizer.core.json.Json;
import dev.regularizer.core.json.JsonReader;
import dev.regularizer.core.regularizer.ParameterKind;
import dev.regularizer.core.regularizer.ParameterSpec;
import dev.regularizer.core.regularizer.RegularizerCatalogue;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RevisionDigestTest {
  private static final Json REVISION = JsonReader.read("{\"model\": {\"version\": \"2.4.0\"}}");

  @Test
  void suffixIsTenCharactersThatSpellNothing() {
    assertThat(RevisionDigest.digest(REVISION, 1, 0).suffix())
        .matches("[bcdfghjklmnpqrstvwxz2456789]{10}");
  }

  @Test
  void aCollisionChangesTheSuffixAndNotTheHash() {
    var suffixes = new HashSet<String>();
    for (int collision = 0; collision < 100; collision++) {
      var digest = RevisionDigest.digest(REVISION, 1, collision);
      assertThat(digest.sha256()).isEqualTo(RevisionDigest.digest(REVISION, 1, 0).sha256());
      suffixes.add(digest.suffix());
    }
    assertThat(suffixes).hasSize(100);
  }

  @Test
  void theCurrentVersionAndVersion1AreKnown() {
    assertThat(RevisionDigest.knows(RevisionDigest.CURRENT)).isTrue();
    assertThat(RevisionDigest.knows(1)).isTrue();
    assertThat(RevisionDigest.knows(RevisionDigest.CURRENT + 1)).isFalse();
  }

  @Test
  void anUnknownVersionIsRefusedWithWhatToDo() {
    assertThatThrownBy(() -> RevisionDigest.digest(REVISION, 99, 0))
        .hasMessage(
            "hashVersion: found 99; allowed: 1 to 1; a newer operator made this revision, run that operator again");
    assertThatThrownBy(() -> RevisionDigest.digest(REVISION, 1, -1))
        .hasMessageContaining("found -1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          decimals                 | {"regularizers":[{"type":"L2","strength":"0.10"}]} | {"regularizers":[{"type":"L2","strength":"1e-1"}]}
          bytes                    | {"regularizers":[{"type":"InputLimit","maxBytes":"4Mi"}]} | {"regularizers":[{"type":"InputLimit","maxBytes":"4096Ki"}]}
          durations                | {"regularizers":[{"type":"RequestTimeout","timeout":"90s"}]} | {"regularizers":[{"type":"RequestTimeout","timeout":"1m30s"}]}
          training                 | {"training":{"trainLoss":"0.310"}} | {"training":{"trainLoss":"0.31"}}
          cpu                      | {"pod":{"spec":{"containers":[{"resources":{"limits":{"cpu":"1000m"}}}]}}} | {"pod":{"spec":{"containers":[{"resources":{"limits":{"cpu":"1"}}}]}}}
          cpu as a number          | {"pod":{"spec":{"containers":[{"resources":{"limits":{"cpu":1}}}]}}} | {"pod":{"spec":{"containers":[{"resources":{"limits":{"cpu":"1"}}}]}}}
          memory of init container | {"pod":{"spec":{"initContainers":[{"resources":{"requests":{"memory":"1Gi"}}}]}}} | {"pod":{"spec":{"initContainers":[{"resources":{"requests":{"memory":"1024Mi"}}}]}}}
          order of regularizers    | {"regularizers":[{"type":"L1"},{"type":"Dropout","name":"a"}]} | {"regularizers":[{"type":"Dropout","name":"a"},{"type":"L1"}]}
          order of keys            | {"model":{"version":"1","uri":"u"}} | {"model":{"uri":"u","version":"1"}}
          empty things             | {"model":{"version":"1","uri":null},"training":{},"regularizers":[]} | {"model":{"version":"1"}}
          emptied by dropping      | {"model":{"version":"1"},"server":{"port":null}} | {"model":{"version":"1"}}
          an empty volume source   | {"pod":{"spec":{"volumes":[{"name":"a","emptyDir":{}}]}}} | {"pod":{"spec":{"volumes":[{"name":"a"}]}}}
          """)
  void areTheSame(String what, String one, String other) {
    assertThat(sha256(one)).as(what).isEqualTo(sha256(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          versions are no numbers     | {"model":{"version":"1.10"}} | {"model":{"version":"1.1"}}
          custom values are text      | {"regularizers":[{"type":"Custom","parameters":[{"name":"a","value":"1.0"}]}]} | {"regularizers":[{"type":"Custom","parameters":[{"name":"a","value":"1"}]}]}
          env values are text         | {"pod":{"spec":{"containers":[{"env":[{"name":"A","value":"0.10"}]}]}}} | {"pod":{"spec":{"containers":[{"env":[{"name":"A","value":"0.1"}]}]}}}
          order of env                | {"pod":{"spec":{"containers":[{"env":[{"name":"A"},{"name":"B"}]}]}}} | {"pod":{"spec":{"containers":[{"env":[{"name":"B"},{"name":"A"}]}]}}}
          order of containers         | {"pod":{"spec":{"containers":[{"name":"a"},{"name":"b"}]}}} | {"pod":{"spec":{"containers":[{"name":"b"},{"name":"a"}]}}}
          an empty text is a value    | {"pod":{"spec":{"containers":[{"args":[""]}]}}} | {"pod":{"spec":{"containers":[{"args":[]}]}}}
          a name of its own           | {"regularizers":[{"type":"L2","name":"head"}]} | {"regularizers":[{"type":"L2"}]}
          text is no number           | {"pod":{"x":"1"}} | {"pod":{"x":1}}
          false is something          | {"pod":{"x":false}} | {"pod":{}}
          zero is something           | {"pod":{"x":0}} | {"pod":{}}
          an empty selector selects   | {"pod":{"namespaceSelector":{}}} | {"pod":{}}
          an empty downward volume    | {"pod":{"spec":{"volumes":[{"name":"a","downwardAPI":{}}]}}} | {"pod":{"spec":{"volumes":[{"name":"a"}]}}}
          an empty element has a place| {"pod":{"x":["a",{},"b"]}} | {"pod":{"x":["a","b"]}}
          quantities differ by case   | {"pod":{"spec":{"containers":[{"resources":{"limits":{"cpu":"1m"}}}]}}} | {"pod":{"spec":{"containers":[{"resources":{"limits":{"cpu":"1M"}}}]}}}
          """)
  void areDifferent(String what, String one, String other) {
    assertThat(sha256(one)).as(what).isNotEqualTo(sha256(other));
  }

  /**
   * The canonical form is frozen and lists its fields itself; a new parameter must not be forgotten
   * there.
   */
  @ParameterizedTest
  @MethodSource("parameters")
  void everyParameterOfTheCatalogueIsNormalisedByItsKind(ParameterSpec parameter) {
    switch (parameter.kind()) {
      case ParameterKind.Decimal _ ->
          assertThat(with(parameter, "0.10")).isEqualTo(with(parameter, "0.1"));
      case ParameterKind.Bytes _ ->
          assertThat(with(parameter, "4Mi")).isEqualTo(with(parameter, "4096Ki"));
      case ParameterKind.Span _ ->
          assertThat(with(parameter, "60s")).isEqualTo(with(parameter, "1m"));
      case ParameterKind.Whole _, ParameterKind.Choice _, ParameterKind.Text _ ->
          assertThat(with(parameter, "0.10")).isNotEqualTo(with(parameter, "0.1"));
    }
  }

  static Stream<ParameterSpec> parameters() {
    return RegularizerCatalogue.TYPES.stream().flatMap(type -> type.parameters().stream());
  }

  private static String with(ParameterSpec parameter, String value) {
    return sha256("{\"regularizers\": [{\"" + parameter.name() + "\": \"" + value + "\"}]}");
  }

  private static String sha256(String json) {
    return RevisionDigest.digest(JsonReader.read(json), 1, 0).sha256();
  }
}
