package dev.regularizer.testkit.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class SuiteTest {

  private static final List<String> SLIS =
      List.of(
          "rejectionRate",
          "latency",
          "errorRate",
          "latencyVersusStable",
          "eventRate",
          "errorBudgetBurn",
          "predictionError",
          "predictionErrorVersusStable",
          "cohortError",
          "calibrationError",
          "costPerPrediction");

  @Test
  void everyCellHasANameOfItsOwn() {
    assertThat(Suite.cells().stream().map(Cell::name)).doesNotHaveDuplicates();
  }

  @Test
  void threadsChangeNothing() throws Exception {
    Cell cell = named("policy/ECE .10/verdict");
    Outcome parallel = cell.play(Suite.SEED, 12);
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      assertThat(one.submit(() -> cell.play(Suite.SEED, 12)).get()).isEqualTo(parallel);
    }
  }

  @Test
  void anotherSeedGivesOtherRuns() {
    Cell cell = named("power/rejectionRate, 2 % against 1 %/verdict");
    assertThat(cell.play(1, 50)).isNotEqualTo(cell.play(2, 50));
  }

  @Test
  void harmIsFoundAndHealthIsNot() {
    Outcome bad = named("policy/10 % slow, objective 5 %/verdict").play(Suite.SEED, 20);
    assertThat(bad.rollbacks().count()).isEqualTo(20);
    Outcome good = named("policy/healthy/verdict").play(Suite.SEED, 20);
    assertThat(good.promotions().count()).isEqualTo(20);
    assertThat(good.promotions().meanWindows()).isEqualTo(200);
  }

  @Test
  void aGoalThatIsMissedIsSeen() {
    Outcome twoPercent = new Outcome(10_000, ended(200), ended(0));
    assertThat(new Goal.Rollbacks(.05).met(twoPercent)).isTrue();
    assertThat(new Goal.Rollbacks(.01).met(twoPercent)).isFalse();
    assertThat(new Goal.RollbacksSurelyBelow(.002).met(twoPercent)).isFalse();
    assertThat(new Goal.SamplesToRollback(1e9).met(twoPercent))
        .as("most runs never rolled back")
        .isFalse();
  }

  @Test
  void whatIsOnlyAimedAtIsHeldAgainstTheSameLine() {
    Outcome twoPercent = new Outcome(10_000, ended(200), ended(0));
    Goal goal = new Goal.Rollbacks(.01);
    Goal aim = new Goal.Aimed(goal);
    assertThat(aim.met(twoPercent)).isFalse();
    assertThat(aim.allowed(10_000)).isEqualTo(goal.allowed(10_000));
    assertThat(aim.kind()).isEqualTo("Rollbacks");
    assertThat(goal.binding()).isTrue();
    assertThat(aim.binding()).isFalse();
  }

  @Test
  void everySliIsAtItsBoundaryUnderEveryTraffic() {
    for (String sli : SLIS) {
      for (String traffic : List.of("constant", "drifting", "incident")) {
        assertThat(Suite.cells())
            .as("%s, %s", sli, traffic)
            .anyMatch(cell ->
                cell.name().startsWith("typeOne/" + sli + ", " + traffic)
                    && cell.runs() >= 4000
                    && cell.looks() == 200
                    && cell.goal() instanceof Goal.Rollbacks(double alpha)
                    && alpha == .05);
      }
    }
  }

  private static Outcome.Ended ended(long count) {
    return new Outcome.Ended(count, count, count, count, count, count);
  }

  private static Cell named(String name) {
    List<Cell> found = Suite.cells().stream().filter(cell -> cell.name().equals(name)).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }
}
