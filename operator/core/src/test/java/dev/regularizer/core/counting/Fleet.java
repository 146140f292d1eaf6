package dev.regularizer.core.counting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Pods that come, restart and go, and every single request they serve. Times are milliseconds since
 * the epoch, the operator looks from 0 on.
 *
 * @param pods in the order of their names
 */
record Fleet(List<Pod> pods) {

  static final List<String> OUTCOMES =
      List.of(TelemetryContract.SERVED, TelemetryContract.REJECTED, TelemetryContract.ERROR);

  /** Latencies of requests; none lies on a boundary of a bucket but each in one of its own. */
  static final double[] SECONDS = {0.05, 0.2, 0.3, 0.7};

  /**
   * A request.
   *
   * @param outcome index of {@link #OUTCOMES}
   * @param latency index of {@link #SECONDS}
   */
  record Request(long at, int outcome, int latency) {}

  /**
   * One process: its counters start at zero and are gone at its end.
   *
   * @param tallies what was counted after none, one, two... of the requests
   */
  record Life(long from, long to, List<Request> requests, List<Tally> tallies) {

    static Life of(long from, long to, List<Request> requests) {
      List<Tally> tallies = new ArrayList<>();
      tallies.add(
          new Tally(
              Collections.nCopies(OUTCOMES.size(), 0), Collections.nCopies(SECONDS.length, 0)));
      for (Request request : requests) {
        tallies.add(tallies.getLast().plus(request));
      }
      return new Life(from, to, requests, tallies);
    }

    boolean isAliveAt(long time) {
      return time >= from && time < to;
    }

    int countedAt(long time) {
      int count = 0;
      while (count < requests.size() && requests.get(count).at() <= time) {
        count++;
      }
      return count;
    }
  }

  /** Requests by outcome and by latency. */
  record Tally(List<Integer> byOutcome, List<Integer> byLatency) {

    Tally plus(Request request) {
      return new Tally(
          plusOne(byOutcome, request.outcome()), plusOne(byLatency, request.latency()));
    }

    private static List<Integer> plusOne(List<Integer> counts, int index) {
      List<Integer> next = new ArrayList<>(counts);
      next.set(index, next.get(index) + 1);
      return next;
    }
  }

  /** A pod, known to the API server from its creation until it is deleted. */
  record Pod(String name, long created, long deleted, List<Life> lives) {

    /** The process that runs or ran last at a time. */
    Life lifeAt(long time) {
      Life found = lives.getFirst();
      for (Life life : lives) {
        found = life.from() <= time ? life : found;
      }
      return found;
    }

    int restartsAt(long time) {
      return lives.indexOf(lifeAt(time));
    }
  }

  /** Draws a fleet. */
  static Fleet draw(SplittableRandom random, Schedule schedule) {
    List<Pod> pods = new ArrayList<>();
    int count = random.nextInt(1, 5);
    for (int i = 0; i < count; i++) {
      boolean old = i == 0 || random.nextInt(3) == 0;
      long created = old ? -random.nextLong(50_000, 100_000) : random.nextLong(0, schedule.until());
      boolean stays = i == 0 || random.nextInt(3) > 0;
      long deleted =
          stays ? Long.MAX_VALUE : Math.max(0, created) + random.nextLong(5_000, 120_000);
      long end = Math.min(deleted, schedule.until());
      List<Long> starts = new ArrayList<>(List.of(created + random.nextLong(100, 3_000)));
      while (schedule.restarts() && random.nextInt(2) == 0 && starts.size() < 3) {
        starts.add(starts.getLast() + random.nextLong(40_000, 120_000));
      }
      starts.removeIf(start -> start >= end);
      if (!starts.isEmpty()) {
        pods.add(new Pod("ic-7d9f-6b4c-p" + i, created, deleted, lives(random, starts, end)));
      }
    }
    return new Fleet(pods);
  }

  private static List<Life> lives(SplittableRandom random, List<Long> starts, long end) {
    List<Life> lives = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      boolean last = i == starts.size() - 1;
      long to = last ? end : starts.get(i + 1) - random.nextLong(200, 6_000);
      lives.add(Life.of(starts.get(i), to, requests(random, starts.get(i), to)));
    }
    return lives;
  }

  private static List<Request> requests(SplittableRandom random, long from, long to) {
    List<Request> requests = new ArrayList<>();
    long pause = random.nextInt(4) == 0 ? 20_000 : random.nextLong(100, 2_000);
    long at = from + random.nextLong(1, pause);
    while (at < to) {
      int outcome = Math.max(0, random.nextInt(-4, 3));
      requests.add(new Request(at, outcome, random.nextInt(SECONDS.length)));
      at += random.nextLong(1, 2 * pause);
    }
    return requests;
  }
}
