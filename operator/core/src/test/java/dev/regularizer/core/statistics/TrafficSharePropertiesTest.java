package dev.regularizer.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TrafficSharePropertiesTest {

  private static final double EXACT = 1e-9;
  private static final double LN_1000 = StrictMath.log(1000);

  @Test
  void goldenNumber() {
    assertEquals(2.524121427, TrafficShareTest.logTooMany(620, 5000, .1), EXACT);
  }

  @Test
  void bothWaysAreTestedWithTenPercentOfTolerance() {
    assertEquals(
        ObjectiveTest.logSafe(380, 5000, .09, 1), TrafficShareTest.logTooFew(380, 5000, .1), EXACT);
    assertTrue(TrafficShareTest.rejects(0, 1000, .1));
    assertTrue(TrafficShareTest.rejects(200, 1000, .1));
    assertTrue(TrafficShareTest.rejects(60, 2000, .1));
    assertFalse(TrafficShareTest.rejects(0, 0, .1));
    for (long n : new long[] {100, 10_000, 1_000_000, 100_000_000}) {
      assertFalse(TrafficShareTest.rejects(n / 10, n, .1));
      assertFalse(TrafficShareTest.rejects(n / 100 * 11, n, .1));
      assertFalse(TrafficShareTest.rejects(n / 100 * 9, n, .1));
    }
  }

  @Test
  void rejectsExactlyAtItsLevel() {
    long rejected = 0;
    for (long k = 0; k <= 2000; k++) {
      boolean proven =
          TrafficShareTest.logTooMany(k, 2000, .5) >= LN_1000
              || TrafficShareTest.logTooFew(k, 2000, .5) >= LN_1000;
      assertEquals(proven, TrafficShareTest.rejects(k, 2000, .5), k + " of 2000");
      rejected += proven ? 1 : 0;
    }
    assertTrue(rejected > 1500 && rejected < 1900, rejected + " rejected");
  }

  @Test
  void noShareIsTooLargeWhereTenPercentMoreIsEverything() {
    assertEquals(0, TrafficShareTest.logTooMany(1000, 1000, .95), 0);
    assertFalse(TrafficShareTest.rejects(1000, 1000, .95));
    assertTrue(TrafficShareTest.rejects(500, 1000, .95));
  }

  /** 4,000 trials of 200 looks at the edge of what is tolerated. */
  @Test
  void falseAlarmsAreRare() {
    Random random = new Random(20261124);
    int alarms = 0;
    for (int run = 0; run < 4000; run++) {
      long ours = 0;
      boolean alarm = false;
      for (int look = 1; look <= 200 && !alarm; look++) {
        for (int i = 0; i < 20; i++) {
          ours += random.nextDouble() < .11 ? 1 : 0;
        }
        alarm = TrafficShareTest.rejects(ours, look * 20L, .1);
      }
      alarms += alarm ? 1 : 0;
    }
    assertTrue(alarms <= 10, alarms + " of 4000");
  }
}
