package dev.regularizer.testkit.history;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * L2: at the end every model is settled, was so in time, and its objects are what its status says:
 * all traffic, the Service and the pods asked for at the stable revision, no other pods.
 */
final class Settling implements Invariant {
  private static final String ID = "L2";
  private static final long ALL = 100;

  private final @Nullable Instant deadline;
  private final Map<ObjectKey, CommittedWrite> reached = new HashMap<>();
  private final Map<ObjectKey, CommittedWrite> last = new HashMap<>();

  /**
   * Checks the end of a history.
   *
   * @param deadline when every model has to be settled; null if the history just stops
   */
  Settling(@Nullable Instant deadline) {
    this.deadline = deadline;
  }

  @Override
  public void see(Change change, World before, Findings findings) {
    change
        .modelNow()
        .ifPresent(model -> {
          last.put(model.key(), change.write());
          if (!model.settled()) {
            reached.remove(model.key());
          } else {
            reached.putIfAbsent(model.key(), change.write());
          }
        });
  }

  @Override
  public void end(World world, Findings findings) {
    if (deadline == null) {
      return;
    }
    for (var model : world.models()) {
      var write = last.get(model.key());
      if (write == null || model.deleting()) {
        continue;
      }
      var settled = reached.get(model.key());
      if (settled == null || settled.at().isAfter(deadline)) {
        findings.add(
            ID,
            write,
            "%s is %s at the end, settled at %s, due at %s"
                .formatted(
                    model.key(),
                    model.status().text("phase"),
                    settled == null ? "no time" : settled.at(),
                    deadline));
      } else if (!model.stable().isEmpty()) {
        served(world, model, write, findings);
      }
    }
  }

  private static void served(World world, Model model, CommittedWrite write, Findings findings) {
    var weight = world.route(model).map(route -> route.weight(model.stable())).orElse(ALL);
    if (weight != ALL) {
      findings.add(ID, write, "stable has " + weight + " % of the traffic at the end");
    }
    for (var deployment : world.deployments(model)) {
      var name = deployment.text("metadata", "name");
      var wanted = name.equals(model.stable()) ? model.replicas() : 0;
      var found = deployment.number("spec", "replicas");
      if (found != wanted) {
        findings.add(
            ID, write, "%s has %d replicas at the end, wanted %d".formatted(name, found, wanted));
      }
    }
  }
}
