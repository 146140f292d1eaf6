package dev.regularizer.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.regularizer.core.statistics.Overdispersion.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OverdispersionTest {

  private static final double EXACT = 1e-9;

  /** Each of eleven equal windows has ten like it: (k - n p)^2/(n p (1 - p))/1.1 by hand. */
  @Test
  void pearsonAgainstTheTenNearest() {
    List<Window> windows = new ArrayList<>(Collections.nCopies(11, new Window(4, 100)));
    double p = 40.5 / 1001;
    double one = (4 - 100 * p) * (4 - 100 * p) / (100 * p * (1 - p));
    assertEquals(one / 1.1, Overdispersion.pearson(windows), EXACT);
    windows.set(5, new Window(14, 100));
    double q = 50.5 / 1001;
    double other = (4 - 100 * q) * (4 - 100 * q) / (100 * q * (1 - q));
    double odd = (14 - 100 * p) * (14 - 100 * p) / (100 * p * (1 - p));
    assertEquals((10 * other + odd) / 11 / 1.1, Overdispersion.pearson(windows), EXACT);
  }

  @Test
  void nearestMeansFiveOnEitherSideAndMoreOfOneSideAtTheEdges() {
    List<Window> windows = new ArrayList<>(Collections.nCopies(20, new Window(5, 100)));
    windows.set(11, new Window(60, 100));
    double usual = 50.5 / 1001;
    double raised = 105.5 / 1001;
    double sum = 0;
    for (int j = 0; j < 20; j++) {
      boolean seesIt = j >= 6 && j != 11;
      double p = (seesIt && j <= 16) || (j > 14 && j != 11) ? raised : usual;
      double k = j == 11 ? 60 : 5;
      sum += (k - 100 * p) * (k - 100 * p) / (100 * p * (1 - p));
    }
    assertEquals(sum / 20 / 1.1, Overdispersion.pearson(windows), EXACT);
  }

  @Test
  void sparseWindowsAreMergedAndTheRestJoinsTheLast() {
    List<Window> sparse =
        List.of(
            new Window(1, 10),
            new Window(1, 11),
            new Window(1, 12),
            new Window(3, 13),
            new Window(0, 14),
            new Window(4, 15),
            new Window(2, 16));
    assertEquals(
        List.of(new Window(3, 33), new Window(3, 13), new Window(6, 45)),
        Overdispersion.merged(sparse));
    assertEquals(List.of(), Overdispersion.merged(List.of(new Window(2, 10))));
  }

  @Test
  void tooLittleHistorySaysNothing() {
    List<Window> enough = Collections.nCopies(60, new Window(5, 100));
    assertEquals(OptionalDouble.of(1), Overdispersion.of(enough));
    assertEquals(OptionalDouble.empty(), Overdispersion.of(enough.subList(0, 59)));
    assertEquals(OptionalDouble.empty(), Overdispersion.of(List.of()));
    assertEquals(
        OptionalDouble.empty(), Overdispersion.of(Collections.nCopies(500, new Window(0, 100))));
    List<Window> ten = new ArrayList<>(Collections.nCopies(50, new Window(0, 100)));
    ten.addAll(Collections.nCopies(10, new Window(3, 100)));
    assertEquals(OptionalDouble.empty(), Overdispersion.of(ten));
    ten.add(new Window(3, 100));
    assertTrue(Overdispersion.of(ten).isPresent());
  }

  @Test
  void countsMustMakeSense() {
    assertThrows(IllegalArgumentException.class, () -> new Window(0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Window(3, 2));
    assertThrows(IllegalArgumentException.class, () -> new Window(-1, 2));
  }

  /** Independent requests at 3 to 27 events per window: about 1. */
  @Test
  void aboutOneForIndependentRequests() {
    Random random = new Random(42);
    assertEquals(.94, mean(random, 3, 80), .05);
    assertEquals(1, mean(random, 9, 80), .05);
    assertEquals(1, mean(random, 27, 80), .05);
  }

  /** Merging stops at the third event, which makes sparse windows look more scattered: no less. */
  @Test
  void sparseWindowsErrOnTheCarefulSide() {
    Random random = new Random(42);
    assertEquals(1.24, mean(random, .5, 400), .05);
    assertEquals(1.14, mean(random, 1, 400), .05);
  }

  private static double mean(Random random, double events, int size) {
    double sum = 0;
    for (int run = 0; run < 300; run++) {
      List<Window> windows = new ArrayList<>();
      for (int j = 0; j < size; j++) {
        windows.add(new Window(poisson(random, events), 3000));
      }
      sum += Overdispersion.pearson(Overdispersion.merged(windows));
    }
    return sum / 300;
  }

  /** A rate that rises threefold within the history is drift, not scatter. */
  @Test
  void driftIsNotScatter() {
    Random random = new Random(43);
    double sum = 0;
    for (int run = 0; run < 200; run++) {
      List<Window> windows = new ArrayList<>();
      for (int j = 0; j < 80; j++) {
        windows.add(new Window(poisson(random, 5 + j / 8.0), 3000));
      }
      sum += Overdispersion.of(windows).orElseThrow();
    }
    assertTrue(sum / 200 < 1.2, "phi " + sum / 200);
  }

  /** Clusters of two and four events that always come together. */
  @Test
  void clustersAreFound() {
    Random random = new Random(44);
    for (int cluster : new int[] {2, 4}) {
      double sum = 0;
      for (int run = 0; run < 200; run++) {
        List<Window> windows = new ArrayList<>();
        for (int j = 0; j < 80; j++) {
          windows.add(new Window(cluster * poisson(random, 20.0 / cluster), 3000));
        }
        sum += Overdispersion.of(windows).orElseThrow();
      }
      assertEquals(cluster, sum / 200, .15 * cluster, "clusters of " + cluster);
    }
  }

  @Test
  void neverBelowOneNorAboveTen() {
    List<Window> wild = new ArrayList<>();
    for (int j = 0; j < 80; j++) {
      wild.add(new Window(j % 2 == 0 ? 3 : 900, 1000));
    }
    assertEquals(OptionalDouble.of(10), Overdispersion.of(wild));
    assertEquals(
        OptionalDouble.of(1), Overdispersion.of(Collections.nCopies(80, new Window(9, 90))));
  }

  private static long poisson(Random random, double mean) {
    double limit = StrictMath.exp(-mean);
    long k = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      k++;
    }
    return k;
  }
}
