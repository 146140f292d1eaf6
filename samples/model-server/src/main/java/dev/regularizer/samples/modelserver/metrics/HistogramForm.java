package dev.regularizer.samples.modelserver.metrics;

import io.prometheus.metrics.core.metrics.Histogram;

/** In which forms the server exports its times to answer; a scraper takes what it understands. */
public enum HistogramForm {
  /** Classic buckets and a native histogram in one. */
  BOTH {
    @Override
    Histogram.Builder on(Histogram.Builder histogram) {
      return histogram.classicUpperBounds(BOUNDS);
    }
  },
  /** Buckets with fixed bounds. */
  CLASSIC {
    @Override
    Histogram.Builder on(Histogram.Builder histogram) {
      return histogram.classicOnly().classicUpperBounds(BOUNDS);
    }
  },
  /** Exponential buckets, which Prometheus reads over protobuf only. */
  NATIVE {
    @Override
    Histogram.Builder on(Histogram.Builder histogram) {
      return histogram.nativeOnly();
    }
  };

  private static final double[] BOUNDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
  };

  abstract Histogram.Builder on(Histogram.Builder histogram);
}
