package dev.regularizer.core.preset;

import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.LabelSeries;
import dev.regularizer.core.counting.SeriesSelector;
import dev.regularizer.core.preset.Served.From;
import dev.regularizer.core.preset.Served.Missing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What each server exports. An error is the server's: statuses from 500 on. Requests that it could
 * not read are among all requests where it counts them.
 */
final class Servers {
  private static final Set<String> SERVER_ERRORS =
      Set.of("500", "501", "502", "503", "504", "505", "506", "507", "508", "510", "511");

  /** A server that keeps the telemetry contract. */
  static final ServerSeries NATIVE =
      new ServerSeries(
          new From<>(EventSeries.REJECTIONS),
          new From<>(EventSeries.ERRORS),
          new From<>(SliKind.Latency.CONTRACT),
          new From<>(LabelSeries.CONTRACT),
          "the telemetry contract");

  /** Its counts of predictions are those of a histogram, and that has no status. */
  static final ServerSeries KSERVE =
      ServerSeries.of(
          new Missing<>("counts predictions without saying which failed"),
          new From<>(SeriesSelector.of("request_predict_seconds")),
          "recorded from kserve 0.21.0");

  /**
   * A failure that its client asked for is none of the model's; releases before the label reason
   * have one failure counter.
   */
  static final ServerSeries TRITON =
      ServerSeries.of(
          new From<>(
              new EventSeries(
                  List.of(tritonFailures()),
                  List.of(SeriesSelector.of("nv_inference_request_success"), tritonFailures()))),
          new Missing<>("adds up times and exports quantiles, and has no histogram of requests"),
          "from its documentation");

  private static final Map<String, Set<String>> VLLM_PATHS =
      Map.of(
          "handler",
          Set.of("/v1/chat/completions", "/v1/completions", "/v1/embeddings", "/v1/responses"));

  /** What it counts itself are requests that went well; its web framework counts all. */
  static final ServerSeries VLLM =
      ServerSeries.of(
          new From<>(
              new EventSeries(
                  List.of(select("http_requests_total", with(VLLM_PATHS, "status", Set.of("5xx")))),
                  List.of(select("http_requests_total", VLLM_PATHS)))),
          new From<>(SeriesSelector.of("vllm:e2e_request_latency_seconds")),
          "from its documentation");

  private static final String MLSERVER_FAILURES = "model_infer_request_failure_total";

  /** Its counters hold requests of every protocol, its histogram those over HTTP. */
  static final ServerSeries MLSERVER =
      ServerSeries.of(
          new From<>(
              new EventSeries(
                  List.of(SeriesSelector.of(MLSERVER_FAILURES)),
                  List.of(
                      SeriesSelector.of("model_infer_request_success_total"),
                      SeriesSelector.of(MLSERVER_FAILURES)))),
          new From<>(
              select(
                  "rest_server_request_duration_seconds",
                  Map.of(
                      "path",
                      Set.of(
                          "/v2/models/{model_name}/infer",
                          "/v2/models/{model_name}/versions/{model_version}/infer")))),
          "recorded from mlserver 1.7.1");

  private static final Set<String> BENTOML_PROBE_PATHS =
      Set.of("/healthz", "/livez", "/metrics", "/readyz");

  /**
   * Probes are no requests of the model. A scrape that sets the label endpoint itself renames the
   * exported one.
   */
  private static final Map<String, Set<String>> BENTOML_PROBES =
      Map.of("endpoint", BENTOML_PROBE_PATHS, "exported_endpoint", BENTOML_PROBE_PATHS);

  /** Every path of a service is counted, whatever it is called. */
  static final ServerSeries BENTOML =
      ServerSeries.of(
          new From<>(
              new EventSeries(
                  List.of(
                      select(
                              "bentoml_service_request_total",
                              Map.of("http_response_code", SERVER_ERRORS))
                          .without(new TreeMap<>(BENTOML_PROBES))),
                  List.of(
                      SeriesSelector.of("bentoml_service_request_total")
                          .without(new TreeMap<>(BENTOML_PROBES))))),
          new From<>(
              SeriesSelector.of("bentoml_service_request_duration_seconds")
                  .without(new TreeMap<>(BENTOML_PROBES))),
          "recorded from bentoml 1.4.39");

  private Servers() {}

  private static SeriesSelector tritonFailures() {
    return select(
        "nv_inference_request_failure",
        Map.of("reason", Set.of("", "REJECTED", "BACKEND", "OTHER")));
  }

  private static SeriesSelector select(String metric, Map<String, Set<String>> labels) {
    return new SeriesSelector(metric, new TreeMap<>(labels));
  }

  private static Map<String, Set<String>> with(
      Map<String, Set<String>> labels, String label, Set<String> values) {
    var all = new TreeMap<>(labels);
    all.put(label, values);
    return all;
  }
}
