package dev.regularizer.e2e;

import dev.regularizer.e2e.cluster.Cluster;
import dev.regularizer.e2e.cluster.Operator;
import dev.regularizer.e2e.model.LiveModel;
import dev.regularizer.e2e.model.ModelManifest;
import dev.regularizer.e2e.traffic.TrafficRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The namespace of one test, the models in it and the traffic on them. */
public final class Playground {
  /** More than any rollout with the {@link #quick} plan takes. */
  public static final Duration LONG = Duration.ofMinutes(5);

  private static final double REQUESTS_PER_SECOND = 40;

  private final Cluster cluster;
  private final Operator operator;
  private final String namespace;
  private final List<TrafficRun> traffic = new CopyOnWriteArrayList<>();

  private Playground(Cluster cluster, Operator operator, String namespace) {
    this.cluster = cluster;
    this.operator = operator;
    this.namespace = namespace;
  }

  static Playground create(Cluster cluster, Operator operator, String namespace) {
    cluster.createNamespace(namespace);
    return new Playground(cluster, operator, namespace);
  }

  public Cluster cluster() {
    return cluster;
  }

  public String namespace() {
    return namespace;
  }

  /** A manifest of `samples/digits` with a short plan and a hostname of this test's own. */
  public ModelManifest manifest(String file) {
    return quick(
        ModelManifest.read(Repository.root().resolve("samples/digits/" + file + ".yaml"))
            .named("digits")
            .with("/spec/traffic/gatewayAPI/hostnames", "[%s.example.com]".formatted(namespace)));
  }

  /** Steps and bake as short as the verdicts allow. */
  public static ModelManifest quick(ModelManifest manifest) {
    return manifest
        .with(
            "/spec/rollout",
            """
            steps: [{weight: 25, duration: 15s}, {weight: 50, duration: 15s}]
            window: 5s
            warmUp: 4s
            deadline: 5m
            bake: 10s
            drain: 4s
            """)
        .with("/spec/replicas", "1");
  }

  /** The model of this test. */
  public LiveModel model() {
    return new LiveModel(cluster, namespace, "digits");
  }

  /** Applies the stable model, waits until it serves, and sends it requests until the test ends. */
  public TrafficRun serveStable() {
    model().apply(manifest("stable"));
    model().awaitUpToDate(Duration.ofMinutes(2));
    return sendRequests();
  }

  /** Sends requests to the model until the test ends. */
  public TrafficRun sendRequests() {
    return sendRequests(List.of());
  }

  /** Sends requests of several cohorts to the model until the test ends. */
  public TrafficRun sendRequests(List<String> cohorts) {
    var run =
        TrafficRun.start(
            cluster.gatewayAddress(), namespace + ".example.com", REQUESTS_PER_SECOND, cohorts);
    traffic.add(run);
    return run;
  }

  /** Writes everything that tells why the test failed. */
  void dump(Throwable failure) {
    var directory = Path.of("target/diagnostics").resolve(namespace);
    new Diagnostics(cluster, operator, namespace, directory).write(failure, traffic);
  }

  /** Ends the traffic and removes the namespace; that it goes away is not waited for. */
  void end() {
    traffic.forEach(TrafficRun::stop);
    cluster.client().namespaces().withName(namespace).delete();
  }
}
