package dev.regularizer.controller.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regularizer.controller.traffic.TrafficSpec;
import dev.regularizer.controller.workload.PodTemplate;
import dev.regularizer.controller.workload.Server;
import dev.regularizer.core.json.JsonArray;
import dev.regularizer.core.preset.Preset;
import dev.regularizer.core.problem.Problem;
import dev.regularizer.core.quantity.GoDuration;
import dev.regularizer.core.regularizer.RegularizerParser;
import dev.regularizer.core.spec.Approval;
import dev.regularizer.core.spec.ModelKey;
import dev.regularizer.core.spec.ModelSpec;
import dev.regularizer.core.spec.OnInconclusive;
import dev.regularizer.core.spec.RolloutSpec;
import dev.regularizer.core.spec.Step;
import dev.regularizer.core.spec.TrialPolicy;
import dev.regularizer.crds.RegularizedModel;
import dev.regularizer.crds.rollout.GatewayApiTraffic;
import dev.regularizer.crds.rollout.MetricsPlan;
import dev.regularizer.crds.rollout.RolloutPlan;
import dev.regularizer.crds.rollout.RouteTimeouts;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteTimeouts;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteTimeoutsBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReference;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A RegularizedModel's spec to the domain. */
public final class ModelReader {
  private static final Duration SHORTEST_WINDOW = Duration.ofSeconds(4);
  private static final Duration UNKNOWN_CONNECTION = Duration.ofSeconds(60);
  private static final List<Step> STEPS =
      List.of(
          new Step(5, Duration.ofMinutes(5)),
          new Step(25, Duration.ofMinutes(10)),
          new Step(50, Duration.ofMinutes(20)));

  private final KubernetesSerialization json;
  private final Function<ModelKey, Function<String, Optional<Duration>>> scrapeIntervals;

  /**
   * A reader.
   *
   * @param scrapeIntervals by model, then by the name of a connection it may use
   */
  public ModelReader(
      KubernetesSerialization json,
      Function<ModelKey, Function<String, Optional<Duration>>> scrapeIntervals) {
    this.json = json;
    this.scrapeIntervals = scrapeIntervals;
  }

  /** Parses a spec; whatever is wrong with it is in the result. */
  public ParsedModel read(RegularizedModel model) {
    var fields = new Fields();
    var metadata = model.getMetadata();
    var key = new ModelKey(metadata.getNamespace(), metadata.getName());
    var spec = model.getSpec();
    var plan = spec.rollout();
    var content = content(spec.revision(), fields);
    var connection = or(spec.metrics(), it -> it.connection(), "default");
    var unserved = new ArrayList<String>();
    var slis =
        new SliSpecReader(fields, series(spec.metrics(), fields, unserved)).read(spec.slis());
    var parsed =
        new ModelSpec(
            key,
            metadata.getGeneration(),
            StoredJson.of(spec.revision()),
            spec.replicas() == null ? 1 : spec.replicas(),
            fields.duration(
                "spec.progressDeadline", spec.progressDeadline(), Duration.ofMinutes(10)),
            spec.revisionHistoryLimit() == null ? 10 : spec.revisionHistoryLimit(),
            or(spec.service(), it -> it.name(), key.name()),
            rollout(plan, fields),
            new TrialPolicy(
                slis,
                or(
                    plan == null ? null : plan.risk(),
                    it ->
                        fields.decimal("spec.rollout.risk.falseRollback", it.falseRollback(), .05),
                    .05),
                or(
                    plan == null ? null : plan.risk(),
                    it ->
                        fields.decimal(
                            "spec.rollout.risk.falsePromotion", it.falsePromotion(), .05),
                    .05),
                fields.duration(
                    "spec.rollout.window",
                    plan == null ? null : plan.window(),
                    window(key, connection)),
                fields.duration(
                    "spec.rollout.warmUp",
                    plan == null ? null : plan.warmUp(),
                    Duration.ofSeconds(60)),
                connection),
            Boolean.TRUE.equals(spec.paused()));
    return new ParsedModel(
        parsed,
        traffic(spec.traffic().gatewayAPI()),
        or(spec.service(), it -> it.port(), 80),
        content,
        unserved,
        fields.problems());
  }

  private static SliSeries series(
      @Nullable MetricsPlan metrics, Fields fields, List<String> unserved) {
    var word = or(metrics, it -> it.preset(), Preset.Native.word());
    var preset = Preset.find(word);
    if (preset.isEmpty()) {
      fields.report(
          new Problem(
              "spec.metrics.preset",
              Problem.quote(word),
              Arrays.stream(Preset.values()).map(Preset::word).collect(Collectors.joining(", ")),
              "correct it"));
    }
    return new SliSeries(preset.orElse(Preset.Native), unserved::add);
  }

  /** Two samples in each window, and never less than a reasonable look. */
  private Duration window(ModelKey key, String connection) {
    var twice = scrapeIntervals.apply(key).apply(connection).map(it -> it.multipliedBy(2));
    return twice
        .map(it -> it.compareTo(SHORTEST_WINDOW) < 0 ? SHORTEST_WINDOW : it)
        .orElse(UNKNOWN_CONNECTION);
  }

  private static RolloutSpec rollout(@Nullable RolloutPlan plan, Fields fields) {
    var steps = new ArrayList<Step>();
    if (plan != null && plan.steps() != null) {
      for (var step : plan.steps()) {
        var where = "spec.rollout.steps[" + steps.size() + "].duration";
        steps.add(
            new Step(
                step.weight(), fields.duration(where, step.duration(), Duration.ofMinutes(5))));
      }
    }
    return new RolloutSpec(
        steps.isEmpty() ? STEPS : steps,
        fields.duration(
            "spec.rollout.deadline", plan == null ? null : plan.deadline(), Duration.ofHours(2)),
        fields.duration(
            "spec.rollout.bake", plan == null ? null : plan.bake(), Duration.ofMinutes(10)),
        fields.duration(
            "spec.rollout.drain", plan == null ? null : plan.drain(), Duration.ofSeconds(30)),
        fields
            .choice(
                "spec.rollout.onInconclusive",
                plan == null ? null : plan.onInconclusive(),
                OnInconclusive.class)
            .orElse(OnInconclusive.HOLD),
        or(plan == null ? null : plan.limits(), it -> it.restarts(), 3),
        or(plan, it -> it.rollbackWindow(), 3),
        Optional.ofNullable(plan)
            .flatMap(it -> Optional.ofNullable(it.limits()))
            .flatMap(it -> Optional.ofNullable(it.badEvents())),
        approvals(plan == null ? null : plan.approvals(), fields));
  }

  private static Set<Approval> approvals(@Nullable List<String> words, Fields fields) {
    return words == null
        ? Set.of()
        : words.stream()
            .flatMap(it -> fields.choice("spec.rollout.approvals", it, Approval.class).stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  private RevisionContent content(JsonNode revision, Fields fields) {
    var pod = new PodTemplate(revision.path("pod"));
    pod.problems().forEach(fields::report);
    var server = revision.path("server");
    var port = server.path("port").asInt(8080);
    var regularizers = new ArrayList<JsonNode>();
    revision.path("regularizers").forEach(regularizers::add);
    if (StoredJson.of(revision.path("regularizers")) instanceof JsonArray declared) {
      RegularizerParser.parse(declared).problems().forEach(fields::report);
    }
    return new RevisionContent(
        revision.path("model").path("version").asText(pod.imageTag()),
        new Server(
            port,
            server.path("metricsPort").asInt(port),
            server.path("protocol").asText("HTTP").equals("H2C"),
            server.path("feedbackPath").textValue()),
        regularizers,
        revision.path("pod"),
        revision);
  }

  private TrafficSpec traffic(@Nullable GatewayApiTraffic gateway) {
    if (gateway == null) {
      return new TrafficSpec(List.of(), List.of(), List.of(), null);
    }
    return new TrafficSpec(
        all(gateway.parentRefs(), ParentReference.class),
        gateway.hostnames() == null ? List.of() : gateway.hostnames(),
        all(gateway.matches(), HTTPRouteMatch.class),
        timeouts(gateway.timeouts()));
  }

  /** A route takes whole numbers only: 1.5s is 1s500ms. */
  private static @Nullable HTTPRouteTimeouts timeouts(@Nullable RouteTimeouts timeouts) {
    return timeouts == null || timeouts.request() == null
        ? null
        : new HTTPRouteTimeoutsBuilder()
            .withRequest(GoDuration.normalise(timeouts.request()))
            .build();
  }

  /** Fields are named as in HTTPRoute, so the same JSON is both. */
  private <T> List<T> all(@Nullable List<?> records, Class<T> type) {
    return records == null
        ? List.of()
        : records.stream().map(one -> json.convertValue(one, type)).toList();
  }

  private static <S, T> T or(@Nullable S section, Function<S, @Nullable T> field, T fallback) {
    var value = section == null ? null : field.apply(section);
    return value == null ? fallback : value;
  }
}
