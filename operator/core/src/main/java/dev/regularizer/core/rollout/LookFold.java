package dev.regularizer.core.rollout;

import dev.regularizer.core.counting.ArmSamples;
import dev.regularizer.core.counting.ArmSelector;
import dev.regularizer.core.counting.CountingContext;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.counting.SamplesByTarget;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Bake;
import dev.regularizer.core.state.LookRun;
import dev.regularizer.core.state.PodStart;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * One answered look, added to an attempt. Passes and replays share it, so that the same look gives
 * the same bits.
 *
 * @param namespace of the pods
 * @param candidate name of the revision that is judged
 * @param stable name of the one it is compared with; unused while baking
 * @param look a run of one look: its windows and how they were read
 * @param matrix the samples; empty when they could not be used
 * @param detail why they could not be used
 * @param pods processes of both revisions at the time
 */
public record LookFold(
    String namespace,
    String candidate,
    String stable,
    LookRun look,
    SampleMatrix matrix,
    String detail,
    List<PodStart> pods) {
  public LookFold {
    pods = List.copyOf(pods);
  }

  /** The attempt after the look; empty when samples from further back are needed first. */
  public Optional<Attempt> onto(Attempt attempt) {
    var window = attempt.policy().window();
    return (look.bakeWindows() > 0 ? baked(attempt) : tried(attempt))
        .map(after -> after.withLooks(attempt.looks().plus(look, window, pods)));
  }

  private Optional<Attempt> tried(Attempt attempt) {
    var end = look.end(attempt.policy().window());
    var windows = new TrialWindows(attempt, look.timed());
    if (look.unusable().isPresent()) {
      return Optional.of(windows.unusable(end, look.unusable().get(), detail));
    }
    var samples = SamplesByTarget.of(matrix);
    var context = context(attempt);
    return windows.count(
        end, samples.arm(arm(candidate), context), samples.arm(arm(stable), context));
  }

  private Optional<Attempt> baked(Attempt attempt) {
    var bake = attempt.bake();
    if (bake == null) {
      throw new IllegalStateException("a look of a bake that is over");
    }
    var end = look.end(attempt.policy().window());
    var windows = new BakeWindows(attempt, bake, look.from());
    return look.unusable().isPresent()
        ? Optional.of(windows.skip(end))
        : windows.count(end, ArmSamples.of(matrix, arm(candidate), context(attempt)));
  }

  private ArmSelector arm(String revision) {
    return ArmSelector.pods(namespace, revision);
  }

  private CountingContext context(Attempt attempt) {
    var starts = new HashMap<String, Instant>();
    var restarted = new HashSet<String>();
    for (var one : pods) {
      var at = one.startedAt();
      if (at != null) {
        starts.put(one.pod(), at);
        if (one.restarted()) {
          restarted.add(one.pod());
        }
      }
    }
    return new CountingContext(
        look.scrapeInterval(), attempt.policy().window(), starts, restarted, look.readBack());
  }

  /** A bake as it was before its first look. */
  public static Bake bakeBefore(LookRun first, Attempt attempt) {
    return new Bake(
        first.from().minus(attempt.policy().warmUp()), null, 0, first.bakeWindows(), List.of());
  }
}
