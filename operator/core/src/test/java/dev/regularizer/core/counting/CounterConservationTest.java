package dev.regularizer.core.counting;

import static dev.regularizer.core.counting.Scrapes.ARM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Pods come, restart and go; every request that was scraped is counted in exactly one window. */
class CounterConservationTest {

  private static final int SECONDS = 200;

  /** A simulated answer and what the pods had counted at their last scrapes. */
  private record World(List<RawSeries> series, Map<String, Long> starts, long scraped) {}

  @Test
  void everyScrapedRequestIsCountedOnce() {
    SplittableRandom random = new SplittableRandom(71);
    for (int i = 0; i < 100; i++) {
      World world = world(random);
      ArmSamples arm = arm(world.series(), world);
      assertThat(sum(arm, cuts(random))).isEqualTo(world.scraped());
      assertThat(sum(arm, List.of(0, SECONDS))).isEqualTo(world.scraped());
    }
  }

  @Test
  void theOrderOfTheAnswerAndRepeatedSeriesDoNotMatter() {
    SplittableRandom random = new SplittableRandom(73);
    World world = world(random);
    List<RawSeries> twice = new ArrayList<>(world.series());
    twice.addAll(world.series());
    Collections.shuffle(twice, new Random(1));
    assertThat(sum(arm(twice, world), cuts(random))).isEqualTo(world.scraped());
  }

  private static ArmSamples arm(List<RawSeries> series, World world) {
    CountingContext context = Scrapes.context(world.starts(), false);
    return ArmSamples.of(
        new SampleMatrix(series),
        ARM,
        new CountingContext(
            context.scrapeInterval(), Duration.ofSeconds(60), context.podStarts(), false));
  }

  private static long sum(ArmSamples arm, List<Integer> cuts) {
    long sum = 0;
    for (int j = 1; j < cuts.size(); j++) {
      Reading<PredictionCounts> reading =
          arm.predictions(Scrapes.window(cuts.get(j - 1), cuts.get(j)));
      sum +=
          switch (reading) {
            case Reading.Counted<PredictionCounts> counted -> counted.value().total();
            case Reading.NoData<PredictionCounts> _ -> 0;
            default -> throw new AssertionError(reading);
          };
    }
    return sum;
  }

  private static List<Integer> cuts(SplittableRandom random) {
    List<Integer> cuts = new ArrayList<>(List.of(0));
    while (cuts.getLast() < SECONDS) {
      cuts.add(Math.min(SECONDS, cuts.getLast() + random.nextInt(1, 25)));
    }
    return cuts;
  }

  private static World world(SplittableRandom random) {
    List<RawSeries> series = new ArrayList<>();
    Map<String, Long> starts = new TreeMap<>();
    long scraped = 0;
    for (int pod = 0; pod < 4; pod++) {
      String name = "ic-7d9f-6b4c-pod" + pod;
      int birth = random.nextInt(1, 100);
      int death = random.nextInt(birth + 5, SECONDS + 1);
      starts.put(name, (long) birth);
      List<Long> times = new ArrayList<>();
      List<Double> values = new ArrayList<>();
      long counter = 0;
      long seen = 0;
      long lastScraped = 0;
      for (int second = birth; second < death; second++) {
        // A restart that counted more than before until its first scrape looks like an increase.
        if (lastScraped > 60 && random.nextInt(40) == 0) {
          counter = 0;
          seen = 0;
        }
        counter += random.nextInt(0, 6);
        if (second % 2 == pod % 2 && random.nextInt(20) > 0) {
          scraped += counter - seen;
          seen = counter;
          lastScraped = counter;
          times.add(1000L * second);
          values.add((double) counter);
        }
      }
      series.add(
          RawSeries.of(
              TelemetryContract.PREDICTIONS,
              new TreeMap<>(Map.of("namespace", "vision", "pod", name, "outcome", "served")),
              times.stream().mapToLong(Long::longValue).toArray(),
              values.stream().mapToDouble(Double::doubleValue).toArray()));
    }
    return new World(series, starts, scraped);
  }
}
