package dev.regularizer.controller.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regularizer.core.analysis.SliState;
import dev.regularizer.core.analysis.SliStateText;
import dev.regularizer.crds.attempt.SliCounts;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is packed is what comes out, bit for bit; what was never packed is read as well. */
class PackedCountsTest {
  private static final KubernetesSerialization JSON = new KubernetesSerialization();
  private static final int SUMS = 12;
  private static final int BINS = 20;

  @Test
  void anyNumbersSurvive() {
    var random = new SplittableRandom(20_261_124);
    for (int round = 0; round < 2_000; round++) {
      var packed =
          new PackedCounts(
              List.of(numbers(random), numbers(random)),
              List.of(
                  figures(random),
                  figures(random),
                  figures(random),
                  figures(random),
                  figures(random),
                  figures(random),
                  figures(random)));
      var text = packed.text();
      if (text == null) {
        assertThat(packed.numbers()).allMatch(List::isEmpty);
        assertThat(packed.figures()).allMatch(List::isEmpty);
      } else {
        assertThat(PackedCounts.parse(text)).isEqualTo(packed);
      }
    }
  }

  @Test
  void edgesOfTheNumbersSurvive() {
    var packed =
        new PackedCounts(
            List.of(
                List.of(0L, 127L, 128L, 16_383L, 16_384L, (1L << 53) - 1, Long.MAX_VALUE),
                List.of()),
            List.of(
                List.of("-0x0.0p0", "0x0.0p0", "-Infinity", "0x0.0000000000001p-1022"),
                List.of(),
                List.of(),
                List.of(),
                List.of("0x1.fffffffffffffp1023"),
                List.of(),
                List.of("0x1.0p0")));
    assertThat(PackedCounts.parse(Objects.requireNonNull(packed.text()))).isEqualTo(packed);
  }

  @Test
  void nothingIsNoText() {
    assertThat(PackedCounts.of(SliState.START.text()).text()).isNull();
    assertThat(JSON.asJson(SliCountsMapping.write(SliState.START)))
        .isEqualTo("{\"gridVersion\":1}");
  }

  @Test
  void aStateThatWasNotPackedIsRead() {
    var old =
        JSON.unmarshal(
            """
            {"gridVersion": 1, "windows": 3, "emptyWindows": 0, "invalidWindows": 1,
             "awaitingLabels": false, "passLatched": true, "candidate": [1, 2, 900],
             "judged": [1, 1, 800], "trailing": [1, 2, 3, 4, 5, 6],
             "strata": [5, 90, 90, 900, 30, 30, 8100], "harm": %s, "safe": [],
             "labeled": [], "confidence": [], "correct": [], "stableLabeled": [],
             "stableConfidence": [], "stableCorrect": [], "costCounts": [31, 900],
             "costs": ["0x1.0p0", "0x1.2p0", "0x1.0p-4", "0x1.8p-4", "0x1.0p-5"]}
            """
                .formatted(sums("0x1.8p-3")),
            SliCounts.class);
    var text = SliCountsMapping.read(old).text();
    assertThat(text.trailing()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(text.strata()).containsExactly(5L, 90L, 90L, 900L, 30L, 30L, 8100L);
    assertThat(text.harm()).hasSize(SUMS).containsOnly("0x1.8p-3");
    assertThat(text.costs())
        .containsExactly("0x1.0p0", "0x1.2p0", "0x1.0p-4", "0x1.8p-4", "0x1.0p-5");
    var packed = SliCountsMapping.write(SliCountsMapping.read(old));
    assertThat(packed.packed()).isNotNull();
    assertThat(SliCountsMapping.read(packed)).isEqualTo(SliCountsMapping.read(old));
  }

  @Test
  void labelsOfBothRevisionsSurvive() {
    var confidence = new ArrayList<String>();
    var stableConfidence = new ArrayList<String>();
    var trials = new ArrayList<Long>();
    for (int bin = 0; bin < BINS; bin++) {
      confidence.add(Double.toHexString(bin / 3.0));
      stableConfidence.add(Double.toHexString(bin / 7.0));
      trials.add((long) bin);
    }
    var none = List.<Long>of();
    var state =
        SliState.of(
            new SliStateText(
                1,
                1,
                0,
                0,
                false,
                false,
                none,
                none,
                none,
                none,
                List.of(),
                List.of(),
                trials,
                confidence,
                trials,
                trials,
                stableConfidence,
                trials,
                none,
                List.of(),
                none,
                List.of(),
                List.of()));
    var counts = SliCountsMapping.write(state);
    assertThat(counts.confidence()).isEmpty();
    assertThat(SliCountsMapping.read(counts)).isEqualTo(state);
  }

  @Test
  void whatCannotBeReadIsRefused() {
    assertThatThrownBy(() -> PackedCounts.parse("Aw"))
        .hasMessage("stored counts have version 3, this program reads 1 and 2");
    assertThatThrownBy(() -> PackedCounts.parse("AQYe")).hasMessageContaining("cut off: \"AQYe\"");
    assertThatThrownBy(() -> PackedCounts.parse("not Base64"))
        .isInstanceOf(IllegalArgumentException.class);
    var endless = new byte[12];
    Arrays.fill(endless, (byte) -1);
    endless[0] = 1;
    assertThatThrownBy(() -> PackedCounts.parse(Base64.getEncoder().encodeToString(endless)))
        .hasMessage("stored counts have a number above 64 bits");
  }

  @Test
  void aTextFromBeforeThereWereCohortsIsRead() {
    var packed = PackedCounts.parse("AQEAAAAAAAAA");
    assertThat(packed.trailing()).containsExactly(0L);
    assertThat(packed.cohortHarm()).isEmpty();
    assertThat(packed.cohortSafe()).isEmpty();
    assertThat(packed.text()).isEqualTo("AgEAAAAAAAAA");
  }

  @Test
  void possiblyBadEventsWereOnceWrittenAsTheyAre() {
    // 30 of 300 and 10 of 2,700 events; at weight 5 90 of 900 and 30 of 8,100.
    var old = "AQYeHqwCCgqMFQcFWlqEBx4epD8AAAAAAA";
    var packed = PackedCounts.parse(old);
    assertThat(packed.trailing()).containsExactly(30L, 30L, 300L, 10L, 10L, 2_700L);
    assertThat(packed.strata()).containsExactly(5L, 90L, 90L, 900L, 30L, 30L, 8_100L);
    assertThat(packed.text()).isEqualTo("AgYeAKwCCgCMFQcFWgCEBx4ApD8AAAAAAA");
    assertThat(PackedCounts.parse("AgYeAKwCCgCMFQcFWgCEBx4ApD8AAAAAAA")).isEqualTo(packed);
  }

  @Test
  void aWindowThatWasNotJudgedIsNotTakenForOneThatWas() {
    var events = List.of(3L, 3L, 900L);
    for (var judged : List.of(events, List.<Long>of(), List.of(1L, 1L, 300L))) {
      var state = SliState.of(judged(events, judged));
      assertThat(SliCountsMapping.read(SliCountsMapping.write(state))).isEqualTo(state);
    }
  }

  private static SliStateText judged(List<Long> candidate, List<Long> judged) {
    var none = List.<Long>of();
    var noText = List.<String>of();
    return new SliStateText(
        1, 1, 0, 0, false, false, candidate, judged, none, none, noText, noText, none, noText, none,
        none, noText, none, none, noText, none, noText, List.of());
  }

  private static String sums(String sum) {
    return "[" + String.join(", ", Collections.nCopies(SUMS, "\"" + sum + "\"")) + "]";
  }

  private static List<Long> numbers(SplittableRandom random) {
    var numbers = new ArrayList<Long>();
    for (int left = random.nextInt(3) * random.nextInt(70); left > 0; left--) {
      numbers.add(random.nextLong() >>> (1 + random.nextInt(63)));
    }
    return numbers;
  }

  private static List<String> figures(SplittableRandom random) {
    var figures = new ArrayList<String>();
    for (int left = random.nextInt(3) * random.nextInt(12); left > 0; left--) {
      var figure = Double.longBitsToDouble(random.nextLong());
      figures.add(Double.toHexString(Double.isNaN(figure) ? 0 : figure));
    }
    return figures;
  }
}
