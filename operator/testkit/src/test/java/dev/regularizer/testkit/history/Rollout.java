package dev.regularizer.testkit.history;

import java.util.List;

/**
 * The writes of one model `ic`: revision {@link #OLD} installed, {@link #NEW} on trial with steps
 * of 25 % and 50 %, window 5s, drain 3s, two replicas.
 */
final class Rollout {
  static final String OLD = "ic-bbbbbbbbbb";
  static final String NEW = "ic-cccccccccc";
  static final String UID = "u-model";
  static final String STEP_1 = step(1, 25, 2, 2);
  static final String STEP_2 = step(2, 50, 2, 2);
  static final String MEASURED =
      "{'observedWindows': 4, 'candidateRequests': 400, 'cursor': '2027-01-01T00:00:00Z',"
          + " 'slis': [{'windows': 4, 'passLatched': true}]}";
  static final String FRESH = "{'observedWindows': 0, 'slis': [{}]}";
  private static final String SPEC =
      "{'replicas': 2, 'rollout': {'drain': '3s', 'steps': [{'weight': 25, 'duration': '10s'},"
          + " {'weight': 50, 'duration': '10s'}]}}";

  final Writes writes = new Writes();

  /** The old revision serves. */
  static Rollout installed() {
    var it = new Rollout();
    it.writes.by(Writes.USER);
    it.spec(1, "");
    it.writes.by(Writes.OPERATOR);
    it.model(1, "Pending", "");
    it.revision(OLD);
    it.model(1, "Pending", "'candidate': {'revision': '" + OLD + "', 'attempt': 1}");
    it.attempt(OLD, "Candidate", attempt(1, "Install", "", FRESH, ""));
    it.workload(OLD, 2).ready(OLD, 2);
    it.attempt(OLD, "Candidate", attempt(1, "Install", "", FRESH, "Installed"));
    it.route(OLD + "=100").service(OLD);
    it.attempt(OLD, "Stable", attempt(1, "Install", "", FRESH, "Installed"));
    return it.model(1, "UpToDate", stable(OLD, "Installed"));
  }

  /** The new revision is on trial and measured at 50 %. */
  static Rollout measured() {
    var it = started();
    it.attempt(
        NEW, "Candidate", attempt(1, "Trial", STEP_1 + "," + step(2, 50, 0, 0), MEASURED, ""));
    it.route(OLD + "=50", NEW + "=50");
    return it.attempt(NEW, "Candidate", attempt(1, "Trial", STEP_1 + "," + STEP_2, MEASURED, ""));
  }

  /** The new revision gets 25 %. */
  static Rollout started() {
    var it = prepared();
    it.attempt(NEW, "Candidate", attempt(1, "Trial", step(1, 25, 0, 0), FRESH, ""));
    it.route(OLD + "=75", NEW + "=25");
    return it.attempt(NEW, "Candidate", attempt(1, "Trial", STEP_1, MEASURED, ""));
  }

  /** The new revision's pods are ready. */
  static Rollout prepared() {
    var it = accepted();
    it.attempt(NEW, "Candidate", attempt(1, "Trial", "", FRESH, ""));
    return it.workload(NEW, 1).ready(NEW, 1);
  }

  /** The pointer names the new revision, its attempt is not recorded. */
  static Rollout accepted() {
    var it = installed();
    it.writes.by(Writes.USER);
    it.spec(2, "");
    it.writes.by(Writes.OPERATOR);
    it.model(2, "Pending", stable(OLD, "Installed"));
    it.revision(NEW);
    return it.model(2, "Pending", stable(OLD, "Installed") + ", " + candidate(1));
  }

  /** The new revision serves and the old one is warm. */
  static Rollout promoted() {
    var it = measured();
    var ended = attempt(1, "Trial", STEP_1 + "," + STEP_2, MEASURED, "Promoted");
    it.attempt(NEW, "Candidate", ended);
    it.workload(NEW, 2).ready(NEW, 2).route(OLD + "=0", NEW + "=100").service(NEW);
    it.attempt(NEW, "Stable", ended);
    return it.model(
        2, "Baking", stable(NEW, "Promoted") + ", 'previous': {'revision': '" + OLD + "'}");
  }

  /** The attempt was rolled back and everything is as before it. */
  static Rollout rolledBack() {
    var it = measured();
    it.failed().route(OLD + "=100", NEW + "=0");
    it.writes.later(4);
    it.workload(NEW, 0);
    return it.model(2, "RolledBack", stable(OLD, "Installed"));
  }

  /** Records that the attempt failed. */
  Rollout failed() {
    return attempt(
        NEW, "Candidate", attempt(1, "Trial", STEP_1 + "," + STEP_2, MEASURED, "RolledBack"));
  }

  Rollout spec(int generation, String annotations) {
    writes.put(
        Model.RESOURCE,
        "ic",
        "{'metadata': {'name': 'ic', 'uid': '%s', 'generation': %d, 'annotations': {%s}}, 'spec': %s}"
            .formatted(UID, generation, annotations, SPEC));
    return this;
  }

  Rollout model(int observed, String phase, String pointers) {
    writes.status(
        Model.RESOURCE,
        "ic",
        "{'observedGeneration': %d, 'phase': '%s', 'conditions': [{'type': 'Ready', 'observedGeneration': %d}]%s}"
            .formatted(observed, phase, observed, pointers.isEmpty() ? "" : ", " + pointers));
    return this;
  }

  Rollout revision(String name) {
    writes.put(Revision.RESOURCE, name, "{" + metadata(name, UID) + "}");
    return this;
  }

  Rollout attempt(String name, String role, String... attempts) {
    writes.status(
        Revision.RESOURCE,
        name,
        "{'role': '" + role + "', 'attempts': [" + String.join(", ", attempts) + "]}");
    return this;
  }

  /** Deployment of a revision. */
  Rollout workload(String name, int replicas) {
    writes.put(World.DEPLOYMENTS, name, deployment(name, replicas, "model:1"));
    return this;
  }

  static String deployment(String name, int replicas, String image) {
    return "{%s, 'spec': {'replicas': %d, 'template': {'image': '%s'}}}"
        .formatted(metadata(name, UID), replicas, image);
  }

  Rollout ready(String name, int pods) {
    writes.by("kubelet").status(World.DEPLOYMENTS, name, "{'readyReplicas': " + pods + "}");
    writes.by(Writes.OPERATOR);
    return this;
  }

  /** The model's route: {@code name=weight}. */
  Rollout route(String... weights) {
    var backends =
        List.of(weights).stream()
            .map(one -> one.split("="))
            .map(one -> "{'name': '" + one[0] + "', 'weight': " + one[1] + "}")
            .toList();
    return backends("[" + String.join(", ", backends) + "]");
  }

  Rollout backends(String list) {
    writes.put(
        Route.RESOURCE,
        "ic",
        "{%s, 'spec': {'rules': [{'backendRefs': %s}]}}".formatted(metadata("ic", UID), list));
    return this;
  }

  Rollout service(String revision) {
    writes.put(
        "services",
        "ic",
        "{%s, 'spec': {'selector': {'regularizer.dev/revision': '%s'}}}"
            .formatted(metadata("ic", UID), suffix(revision)));
    return this;
  }

  static String metadata(String name, String owner) {
    var revision = name.contains("-") ? ", 'regularizer.dev/revision': '" + suffix(name) + "'" : "";
    return ("'metadata': {'name': '%s', 'uid': 'u-%s', 'labels': {'regularizer.dev/model': 'ic'%s},"
            + " 'ownerReferences': [{'controller': true, 'uid': '%s'}]}")
        .formatted(name, name, revision, owner);
  }

  static String stable(String name, String reason) {
    return "'stable': {'revision': '%s', 'reason': '%s', 'since': '2026-01-01T00:00:00Z'}"
        .formatted(name, reason);
  }

  static String candidate(int attempt) {
    return "'candidate': {'revision': '" + NEW + "', 'attempt': " + attempt + "}";
  }

  static String attempt(int number, String kind, String steps, String measured, String outcome) {
    var ending =
        outcome.isEmpty()
            ? ""
            : ", 'ending': {'outcome': '%s', 'reason': '%s'}"
                .formatted(outcome, outcome.equals("RolledBack") ? "SliFailed" : outcome);
    return ("{'number': %d, 'kind': '%s', 'startedAt': '2026-01-01T00:00:00Z', 'stableReplicas': 2,"
            + " 'policy': {'window': '5s', 'slis': [{'name': 'errors', 'minimum': 200}]},"
            + " 'slis': [{'name': 'errors', 'gate': 'Pass', 'verdict': 'Pass', 'samples': 400}],"
            + " 'steps': [%s], 'measurements': %s%s}")
        .formatted(number, kind, steps, measured, ending);
  }

  static String step(int number, int weight, int windows, int valid) {
    var effective = windows == 0 ? "" : ", 'effectiveAt': '2026-01-01T00:00:02Z'";
    return ("{'number': %d, 'weight': %d, 'duration': '10s', 'countedWindows': %d, 'validWindows':"
            + " %d, 'intentAt': '2026-01-01T00:00:01Z'%s}")
        .formatted(number, weight, windows, valid, effective);
  }

  private static String suffix(String name) {
    return name.substring(name.lastIndexOf('-') + 1);
  }
}
