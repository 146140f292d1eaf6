package dev.regularizer.e2e.faults.plan;

import dev.regularizer.e2e.cluster.Pause;
import dev.regularizer.e2e.faults.proxy.Call;
import dev.regularizer.e2e.faults.proxy.Faults;
import dev.regularizer.e2e.faults.proxy.Handling;
import dev.regularizer.e2e.faults.world.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The faults of one run, and what came by while they were armed. */
public final class Plan implements Faults {
  private final List<Fault> faults;
  private final Set<Fault> fired = new HashSet<>();
  private final List<String> writes = new ArrayList<>();
  private final Map<String, Integer> events = new HashMap<>();
  private final Watches watches = new Watches();
  private @Nullable String armedAt;
  private @Nullable Lasting storm;
  private @Nullable Lasting answer;
  private @Nullable Lasting clock;
  private final Queue<Fault> forTheWorld = new ArrayDeque<>();
  private Instant lastWrite = Instant.now();

  public Plan(List<Fault> faults) {
    this.faults = List.copyOf(faults);
  }

  /** A fault that holds until an instant. */
  private record Lasting(Fault fault, Instant until) {
    static Lasting from(Fault fault, Duration time) {
      return new Lasting(fault, Instant.now().plus(time));
    }

    static boolean holds(@Nullable Lasting lasting) {
      return lasting != null && Instant.now().isBefore(lasting.until);
    }
  }

  /**
   * From now on writes are counted and faults happen.
   *
   * @param resourceVersion of now: the past that lists may be served from later
   */
  public synchronized void arm(String resourceVersion) {
    armedAt = resourceVersion;
  }

  /** The writes that came by, each by its coordinate. */
  public synchronized List<String> writes() {
    return List.copyOf(writes);
  }

  /** Events that came by, per resource. */
  public synchronized Map<String, Integer> events() {
    return Map.copyOf(events);
  }

  /** Faults whose moment has not come. */
  public synchronized List<Fault> left() {
    return faults.stream().filter(fault -> !fired.contains(fault)).toList();
  }

  /** When the operator last tried to write. */
  public synchronized Instant lastWrite() {
    return lastWrite;
  }

  /** How Prometheus answers now. */
  public synchronized Answer answer() {
    var now = answer;
    return now != null && Lasting.holds(now) ? now.fault().answer() : Answer.SAMPLES;
  }

  /** How far the operator's clock is ahead now. */
  public synchronized Duration clockAhead() {
    var now = clock;
    return now != null && Lasting.holds(now) ? now.fault().ahead() : Duration.ZERO;
  }

  /** The next fault that is not of a request: a second operator, or an edit by hand. */
  public synchronized Optional<Fault> nextForTheWorld() {
    return Optional.ofNullable(forTheWorld.poll());
  }

  @Override
  public synchronized Handling request(Call call) {
    if (call.writes()) {
      lastWrite = Instant.now();
    }
    if (armedAt == null) {
      return Handling.PASS;
    }
    if (call.writes()) {
      writes.add(call.coordinate());
      for (var fault : faults) {
        int past = writes.size() - fault.at();
        if (!fault.isOfWatch() && past >= 0 && past < fault.times()) {
          fired.add(fault);
          var handling = fire(fault);
          if (!handling.equals(Handling.PASS)) {
            return handling;
          }
        }
      }
    }
    var now = storm;
    if (now != null && Lasting.holds(now)) {
      return now.fault().handling();
    }
    return call.verb().equals("list") && watches.isOfPast(call.resource())
        ? new Handling.Past(armedAt)
        : Handling.PASS;
  }

  private Handling fire(Fault fault) {
    switch (fault.kind()) {
      case "storm" -> storm = Lasting.from(fault, fault.time());
      case "answer" -> answer = Lasting.from(fault, fault.time());
      case "clock" -> clock = Lasting.from(fault, Fault.CLOCK_WRONG);
      case "twin", "edit" -> forTheWorld.add(fault);
      case "past" -> {
        watches.past(fault.resource(), fault.time());
        return fault.handling();
      }
      default -> {
        return fault.handling();
      }
    }
    return Handling.PASS;
  }

  @Override
  public Delivery event(Call watch, String type) throws InterruptedException {
    var hit = next(watch, type);
    var delivery =
        switch (hit == null ? "" : hit.kind()) {
          case "drop" -> Delivery.DROP;
          case "gone" -> Delivery.GONE;
          case "close" -> Delivery.CLOSE;
          default -> Delivery.PASS;
        };
    if (delivery == Delivery.PASS) {
      Pause.of(standsStill(watch));
    }
    return delivery;
  }

  private synchronized Duration standsStill(Call watch) {
    return watches.standsStill(watch.resource());
  }

  private synchronized @Nullable Fault next(Call watch, String type) {
    if (armedAt == null || type.equals("BOOKMARK")) {
      return null;
    }
    int count = events.merge(watch.resource(), 1, Integer::sum);
    for (var fault : faults) {
      if (fault.isOfWatch() && fault.resource().equals(watch.resource()) && fault.at() == count) {
        fired.add(fault);
        if (fault.kind().equals("freeze")) {
          watches.freeze(fault.resource(), fault.time());
        }
        return fault;
      }
    }
    return null;
  }
}
