package dev.regularizer.core.observe;

import dev.regularizer.core.present.ModelStatus;
import dev.regularizer.core.spec.ModelSpec;
import dev.regularizer.core.state.Pointers;
import dev.regularizer.core.state.RevisionState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything one pass knows; memory only, immutable.
 *
 * @param deleting the model is being deleted
 * @param problems why the spec was refused; empty when it is fine
 * @param status what the model's status says, figures left out; null when it has none
 * @param workloads by revision name; a missing one is {@link Workload#ABSENT}
 * @param serving revision the stable Service selects; null when there is no such Service
 * @param look an answer of Prometheus not yet used
 * @param timing of the model's connection; null when no such connection is configured
 * @param history what was found out about stable's history; null until then
 * @param conflicts objects that carry a name we need and are not ours: "Service image-classifier,
 *     owned by …"
 * @param routeConflict older model that already serves one of our host and path pairs
 * @param unserved SLIs that cannot be counted from the series of the spec's preset
 * @param missing parts of the cluster the model needs and that are not there, such as its Gateway
 * @param command text of the annotation that carries commands; null without one
 */
public record Observations(
    ModelSpec spec,
    boolean deleting,
    List<String> problems,
    List<String> unserved,
    @Nullable ModelStatus status,
    List<RevisionRecord> revisions,
    Map<String, Workload> workloads,
    Route route,
    @Nullable String serving,
    @Nullable Look look,
    @Nullable ConnectionTiming timing,
    @Nullable TemplateCheck templateCheck,
    @Nullable HistoryAnswer history,
    List<String> conflicts,
    @Nullable String routeConflict,
    List<String> missing,
    @Nullable String command) {
  public Observations {
    problems = List.copyOf(problems);
    unserved = List.copyOf(unserved);
    revisions = List.copyOf(revisions);
    workloads = Map.copyOf(workloads);
    conflicts = List.copyOf(conflicts);
    missing = List.copyOf(missing);
  }

  /** The same with another status of one revision. */
  public Observations with(String revision, RevisionState state) {
    return new Observations(
        spec,
        deleting,
        problems,
        unserved,
        status,
        revisions.stream()
            .map(one -> one.name().equals(revision) ? one.withState(state) : one)
            .toList(),
        workloads,
        route,
        serving,
        look,
        timing,
        templateCheck,
        history,
        conflicts,
        routeConflict,
        missing,
        command);
  }

  /** Pointers of the stored status; none when there is no status. */
  public Pointers pointers() {
    return status == null ? Pointers.none() : status.pointers();
  }

  /** The Deployment of a revision and its pods. */
  public Workload workload(String revision) {
    return workloads.getOrDefault(revision, Workload.ABSENT);
  }
}
