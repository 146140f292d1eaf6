package dev.regularizer.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.e2e.cluster.PrometheusServer;
import dev.regularizer.e2e.model.ModelManifest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Latency is judged from native histograms where a server exports no others. */
@LocalCluster
@ResourceLock(value = Shared.PROMETHEUS, mode = ResourceAccessMode.READ)
@ResourceLock(value = Shared.OPERATOR, mode = ResourceAccessMode.READ)
class NativeHistogramTest {
  private static final String TIMES = "model_prediction_duration_seconds";

  @Test
  void latencyIsCountedFromNativeSamples(Playground playground) {
    var model = playground.model();
    model.apply(nativeOnly(playground.manifest("stable")));
    model.awaitUpToDate(Duration.ofMinutes(2));
    var traffic = playground.sendRequests();
    model.apply(nativeOnly(playground.manifest("better")));
    model.awaitUpToDate(Playground.LONG);

    var candidate = model.revisions().getLast();
    var latency = candidate.sli("latency").orElseThrow();
    assertThat(candidate.outcome()).isEqualTo("Promoted");
    assertThat(latency.verdict()).isEqualTo("Pass");
    assertThat(latency.samples())
        .isEqualTo(candidate.sli("errors").orElseThrow().samples())
        .isPositive();
    // Nothing else was there that it could have been read from.
    var prometheus = new PrometheusServer(playground.cluster());
    var here = "{namespace=\"%s\"}".formatted(playground.namespace());
    assertThat(prometheus.count("last_over_time(" + TIMES + here + "[10m])")).isPositive();
    assertThat(prometheus.count("last_over_time(" + TIMES + "_bucket" + here + "[10m])")).isZero();
    assertThat(traffic.stop().failed()).isZero();
  }

  private static ModelManifest nativeOnly(ModelManifest manifest) {
    return manifest.with(
        "/spec/revision/pod/spec/containers/0/env", "[{name: HISTOGRAMS, value: native}]");
  }
}
