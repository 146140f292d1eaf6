package dev.regularizer.e2e.demo;

import dev.regularizer.e2e.model.ModelView;
import dev.regularizer.e2e.traffic.Totals;

/** Where one rollout is, as one line. */
record Progress(String name, ModelView model, Totals traffic) {

  /** What a plain log reports a change of. */
  String stage() {
    return "%s step %d weight %d".formatted(model.phase(), model.step(), model.candidateWeight());
  }

  /** The line for people. */
  String line() {
    var trial =
        model.candidate().isEmpty()
            ? ""
            : "step %d/%d  %2d %%  evidence %.2f"
                .formatted(model.step(), model.steps(), model.candidateWeight(), model.evidence());
    return "%-14s %-12s %-34s %,9d requests  %d failed"
        .formatted(name, model.phase(), trial, traffic.requests(), traffic.failed());
  }
}
