package dev.regularizer.testkit.explore;

import dev.regularizer.core.observe.Pod;
import dev.regularizer.core.observe.Workload;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Deployment with its pods.
 *
 * @param version resourceVersion
 * @param created pods made so far; names them
 */
record StoredDeployment(long version, String name, int created, List<One> pods)
    implements Fingerprinted {

  /**
   * A pod.
   *
   * @param born tick its process began at
   */
  record One(int number, int born, boolean ready, int restarts) implements Fingerprinted {
    @Override
    public long fingerprint(int tick) {
      return Mix.START.with(Ticks.age(born, tick, 2)).with(ready).with(restarts).value();
    }

    private Pod observed(String deployment) {
      return new Pod(
          deployment + "-6d4cf56db6-x" + number,
          Ticks.at(born),
          ready,
          restarts,
          ready ? null : "ContainerCreating");
    }
  }

  StoredDeployment {
    pods = List.copyOf(pods);
  }

  static StoredDeployment of(long version, String name, int replicas, int tick) {
    return new StoredDeployment(version, name, 0, List.of()).scaled(version, replicas, tick);
  }

  int replicas() {
    return pods.size();
  }

  int ready() {
    int count = 0;
    for (var pod : pods) {
      count += pod.ready() ? 1 : 0;
    }
    return count;
  }

  StoredDeployment scaled(long next, int replicas, int tick) {
    var all = new ArrayList<>(pods.subList(0, Math.min(replicas, pods.size())));
    int count = created;
    while (all.size() < replicas) {
      all.add(new One(count++, tick, false, 0));
    }
    return new StoredDeployment(next, name, count, all);
  }

  /** One more pod is ready; null when all are. */
  @Nullable StoredDeployment readier(long next) {
    return changed(next, false, true, 0, 1);
  }

  /** One pod is not ready any more; null when none was. */
  @Nullable StoredDeployment died(long next) {
    return changed(next, true, false, 0, 1);
  }

  /** No pod is ready any more. */
  StoredDeployment down(long next) {
    var down = changed(next, true, false, 0, pods.size());
    return down == null ? this : down;
  }

  /** The first pod's container restarts so often; it stays ready. */
  @Nullable StoredDeployment restarted(long next, int times) {
    var again = changed(next, true, true, times, 1);
    return again == null ? changed(next, false, false, times, 1) : again;
  }

  private @Nullable StoredDeployment changed(
      long next, boolean from, boolean to, int restarts, int most) {
    var all = new ArrayList<One>();
    int changed = 0;
    for (var pod : pods) {
      if (pod.ready() == from && changed < most) {
        changed++;
        all.add(new One(pod.number(), pod.born(), to, pod.restarts() + restarts));
      } else {
        all.add(pod);
      }
    }
    return changed == 0 ? null : new StoredDeployment(next, name, created, all);
  }

  Workload observed() {
    return new Workload(
        true, pods.size(), ready(), pods.stream().map(one -> one.observed(name)).toList(), "");
  }

  @Override
  public long fingerprint(int tick) {
    return Mix.START.withAll(pods, tick).value();
  }
}
