package dev.regularizer.controller.sampling;

import dev.regularizer.controller.observe.Seen;
import dev.regularizer.core.effect.Request;
import java.util.List;

/** Passes on what a decision wants to know. */
public final class LookUps {
  private final Sampler sampler;
  private final TemplateChecker checker;

  public LookUps(Sampler sampler, TemplateChecker checker) {
    this.sampler = sampler;
    this.checker = checker;
  }

  /** Starts look-ups; their answers come with a later pass. */
  public void request(Seen seen, List<Request> requests) {
    for (var request : requests) {
      switch (request) {
        case Request.Samples samples -> sampler.request(seen.key(), samples);
        case Request.History history -> sampler.request(seen.key(), history);
        case Request.CheckTemplate check -> checker.check(seen, check);
      }
    }
    checker.repeatRefused(seen);
  }
}
