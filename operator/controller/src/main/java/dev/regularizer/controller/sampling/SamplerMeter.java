package dev.regularizer.controller.sampling;

import dev.regularizer.core.observe.Look;
import java.time.Duration;

/** Counts what the sampler does. */
public interface SamplerMeter {
  /** A query was sent and something came of it. */
  void asked(String connection, Duration took, Look.Answer answer);

  /** A query was not sent, because the last ones were not answered. */
  void skipped(String connection);
}
