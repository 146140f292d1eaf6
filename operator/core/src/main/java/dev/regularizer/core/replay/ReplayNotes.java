package dev.regularizer.core.replay;

import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.rollout.SampledDecision;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.LookRun;
import dev.regularizer.core.state.StepRecord;
import dev.regularizer.core.state.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a replay has to say besides figures. */
final class ReplayNotes {
  private final Attempt stored;
  private final List<Transition> log;
  private final List<String> reproduced = new ArrayList<>();
  private final List<String> contradictions = new ArrayList<>();
  private final List<String> beyondReach = new ArrayList<>();

  ReplayNotes(Attempt stored, List<Transition> log) {
    this.stored = stored;
    this.log = log.stream().filter(one -> one.attempt() == stored.number()).toList();
  }

  List<String> reproduced() {
    return reproduced;
  }

  List<String> contradictions() {
    return contradictions;
  }

  List<String> beyondReach() {
    return beyondReach;
  }

  void reproduced(String what) {
    reproduced.add(what);
  }

  void contradicts(String what) {
    contradictions.add(what);
  }

  void beyond(String what) {
    beyondReach.add(what);
  }

  /** How looks were taken is in the record, not in the samples. */
  void run(LookRun run) {
    if (run.unusable().isPresent()) {
      beyond(
          looks(run)
              + ": the answer of Prometheus could not be used ("
              + run.unusable().get()
              + "); its windows are skipped as they were then");
    }
    if (!run.exact()) {
      beyond(
          looks(run)
              + ": how many windows were read together is not kept any more; they are taken one by"
              + " one");
    }
  }

  private String looks(LookRun run) {
    return run.looks()
        + (run.looks() == 1 ? " look from " : " looks from ")
        + run.from()
        + " to "
        + run.end(stored.policy().window());
  }

  void readBack(LookRun look) {
    contradicts(
        "look from "
            + look.from()
            + ": a process is unknown before it, although the record says that it was known");
  }

  /** The words of an answer that was not used are kept for the last look only. */
  String detail(LookRun look, Instant end) {
    var problem = stored.measurements().problem();
    var prefix = look.unusable().map(why -> why + ": ").orElse("");
    return problem != null
            && !prefix.isEmpty()
            && problem.startsWith(prefix)
            && end.equals(stored.measurements().cursor())
        ? problem.substring(prefix.length())
        : "";
  }

  /** A step was recorded after what the running one had measured. */
  void stepped(Attempt before, StepRecord next) {
    if (before.steps().isEmpty()) {
      beyond("step " + next.number() + " at " + next.intentAt() + ": pods were ready");
      return;
    }
    var step = before.steps().getLast();
    var window = before.policy().window();
    var spent = window.multipliedBy(step.countedWindows());
    var what = "step " + next.number() + " at " + next.intentAt() + ": step " + step.number();
    if (spent.compareTo(step.duration()) >= 0) {
      reproduced(what + " had its " + step.countedWindows() + " windows of " + step.duration());
    } else {
      beyond(
          what
              + " had "
              + step.countedWindows()
              + " windows of "
              + window
              + ", its plan said "
              + step.duration()
              + ": the plan was edited");
    }
  }

  /** A look at which harm was proven, after which the attempt went on all the same. */
  void missed(Instant end, SampledDecision decision) {
    contradicts(
        "look ending "
            + end
            + ": recomputed "
            + decision.reason()
            + " ("
            + decision.message()
            + "), stored: the attempt went on");
  }

  /** The bake begins: the revision was promoted with what is measured so far. */
  void promoted(Attempt attempt) {
    var ending =
        log.stream()
            .filter(one ->
                switch (one.reason()) {
                  case Promoted, PromotedByPolicy -> true;
                  default -> false;
                })
            .findFirst();
    if (ending.isEmpty()) {
      beyond("the promotion is older than the log of decisions: " + ending());
    } else if (ending.get().reason() == Reason.Promoted) {
      compare(
          "promotion at " + ending.get().at(),
          SampledDecision.promotion(attempt).map(SampledDecision::message).orElse("not proven"),
          ending.get().message());
    } else {
      beyond(
          "promotion by policy at "
              + ending.get().at()
              + ": the deadline is not in the record: "
              + ending.get().message());
    }
  }

  private String ending() {
    var ending = stored.ending();
    return ending == null ? "no ending" : ending.message();
  }

  /** A decision that samples make. */
  void compare(String what, String recomputed, String recorded) {
    if (Objects.equals(recomputed, recorded)) {
      reproduced(what + ": " + recomputed);
    } else {
      contradicts(what + ": stored \"" + recorded + "\", recomputed \"" + recomputed + "\"");
    }
  }
}
