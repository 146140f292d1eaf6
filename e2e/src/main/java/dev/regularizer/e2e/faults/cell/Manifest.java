package dev.regularizer.e2e.faults.cell;

import dev.regularizer.e2e.faults.world.Behaviour;

/**
 * The model of a scenario.
 *
 * @param version of what it serves; empty: no model at all
 * @param behaviour of its pods; empty: good ones
 */
record Manifest(String version, String behaviour, boolean isPaused) {
  static final Manifest NONE = new Manifest("", "", false);

  static Manifest of(String version) {
    return new Manifest(version, "", false);
  }

  Manifest behaving(String next) {
    return new Manifest(version, next, isPaused);
  }

  Manifest paused() {
    return new Manifest(version, behaviour, true);
  }

  /** As short as the API and the verdicts allow. */
  String yaml(String namespace) {
    return """
    apiVersion: regularizer.dev/v1alpha1
    kind: RegularizedModel
    metadata: {name: %s, namespace: %s}
    spec:
      revision:
        model: {version: "%s"}
        pod:
          metadata: {annotations: {%s: "%s"}}
          spec: {containers: [{name: model, image: registry.example.com/ic:%s}]}
      replicas: 2
      paused: %s
      progressDeadline: 30s
      traffic: {gatewayAPI: {parentRefs: [{name: public, namespace: infra}], hostnames: [%s.example.com]}}
      rollout:
        steps: [{weight: 25, duration: 4s}, {weight: 50, duration: 4s}]
        window: 4s
        warmUp: 0s
        deadline: 2m
        bake: 4s
        drain: 1s
      slis: [{name: errors, errorRate: {objective: "0.05", limit: "0.2"}}]
    """
        .formatted(
            View.MODEL,
            namespace,
            version,
            Behaviour.ANNOTATION,
            behaviour.isEmpty() ? "errors=0@0" : behaviour,
            version,
            isPaused,
            namespace);
  }
}
