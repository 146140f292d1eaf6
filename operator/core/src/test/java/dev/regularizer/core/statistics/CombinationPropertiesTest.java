package dev.regularizer.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.regularizer.core.statistics.Combination.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What combining and attributing evidence promises. */
class CombinationPropertiesTest {

  @Test
  void betweenTheLargestShareAndTheLargestMember() {
    SplittableRandom random = new SplittableRandom(37);
    for (int i = 0; i < 200; i++) {
      List<Member> members = members(random);
      double logE = new Combination(members).logE();
      double most = members.stream().mapToDouble(Member::logE).max().orElseThrow();
      double share = members.stream().mapToDouble(Member::contribution).max().orElseThrow();
      assertThat(logE).isBetween(share - 1e-9, most + 1e-9);
      List<Member> shuffled = new ArrayList<>(members);
      Collections.shuffle(shuffled, new Random(i));
      assertThat(new Combination(shuffled).logE()).isCloseTo(logE, within(1e-9));
      assertThat(new Combination(shuffled).largest()).isEqualTo(new Combination(members).largest());
    }
  }

  @Test
  void oneThatFailsByItselfIsBlamedAndIsEnough() {
    double alone = Combination.threshold(.25, .05);
    Combination combination =
        new Combination(
            List.of(
                new Member("a", .25, -5),
                new Member("b", .25, alone),
                new Member("c", .25, -9),
                new Member("d", .25, 0)));
    assertThat(combination.blamed(.05)).map(Member::name).contains("b");
    assertThat(combination.logE()).isGreaterThanOrEqualTo(ObjectiveTest.threshold(.05));
  }

  @Test
  void togetherTheyMayBeEnoughThoughNoneIsAlone() {
    Combination combination =
        new Combination(List.of(new Member("a", .5, 3.2), new Member("b", .5, 3.1)));
    assertThat(combination.logE()).isGreaterThan(ObjectiveTest.threshold(.05));
    assertThat(combination.blamed(.05)).isEmpty();
    assertThat(combination.largest()).map(Member::name).contains("a");
  }

  @Test
  void weightsAddUpToAtMostOne() {
    assertThatThrownBy(
            () -> new Combination(List.of(new Member("a", .5, 0), new Member("b", .51, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("above 1");
    assertThat(new Combination(List.of(new Member("a", .5, 2))).logE())
        .isCloseTo(2 + Math.log(.5), within(1e-12));
    assertThat(new Combination(List.of()).logE()).isZero();
  }

  @Test
  void attributionIsNoMoreThanEitherPart() {
    AttributedEvidence shared = new AttributedEvidence(8, -1);
    assertThat(shared.logE()).isEqualTo(-1);
    assertThat(shared.commonCause(3)).isTrue();
    assertThat(new AttributedEvidence(8, 4).commonCause(3)).isFalse();
    assertThat(new AttributedEvidence(2, -4).commonCause(3)).isFalse();
  }

  @Test
  void detectorTextKeepsEveryBit() {
    EDetector detector = EDetector.NONE.plus(3, 300, .01, 1).plus(0, 0, .01, 1);
    assertThat(EDetector.ofHex(detector.hex())).isEqualTo(detector);
    assertThat(EDetector.ofHex(List.of())).isEqualTo(EDetector.NONE);
    assertThat(EDetector.NONE.logMean()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void detectorThresholdGrowsWithTheBake() {
    assertThat(EDetector.logThreshold(60, .25, .05)).isCloseTo(Math.log(60 / .0125), within(1e-12));
    assertThat(EDetector.logThreshold(0, 1, .05)).isCloseTo(Math.log(20), within(1e-12));
  }

  private static List<Member> members(SplittableRandom random) {
    int size = random.nextInt(1, 9);
    double[] raw = random.doubles(size, .1, 1).toArray();
    double sum = 0;
    for (double weight : raw) {
      sum += weight;
    }
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      members.add(new Member("sli" + i, raw[i] / sum, random.nextDouble(-10, 10)));
    }
    return members;
  }
}
