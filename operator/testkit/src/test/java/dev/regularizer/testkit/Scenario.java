package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.command.CommandResult;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Ending;
import dev.regularizer.core.state.Outcome;
import dev.regularizer.core.state.StablePointer;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** A simulation with the questions tests ask of it, and its transcript. */
final class Scenario {
  private final Transcript transcript;
  private final Simulation simulation;
  private final String name;

  /**
   * A scenario.
   *
   * @param name of the transcript's file
   * @param row of the design's table "What happens when", or what it shows besides
   */
  Scenario(String name, String row) {
    this.name = name;
    this.transcript = new Transcript(row);
    this.simulation = new Simulation(transcript);
  }

  /** A model that serves 1.0.0 and gives 2.0.0 its first weight. */
  static Scenario trying(String name, String row, Specs specs, SimulatedServer candidate) {
    var scenario = new Scenario(name, row);
    scenario
        .play()
        .apply(specs, SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .apply(specs.version("2.0.0"), candidate)
        .until(Phase.PROGRESSING);
    return scenario;
  }

  Simulation play() {
    return simulation;
  }

  /** The revision whose version this is must serve, and the pointer must say why. */
  Scenario serves(String version, Reason reason) {
    var pointer = pointer();
    assertThat(versionOf(pointer.revision())).as("version that serves").isEqualTo(version);
    assertThat(pointer.reason()).isEqualTo(reason);
    assertThat(simulation.cluster().weight(pointer.revision())).as("its weight").isEqualTo(100);
    assertThat(simulation.cluster().serving()).as("the Service").isEqualTo(pointer.revision());
    return this;
  }

  /** The version the pointer names. */
  String stable() {
    return versionOf(pointer().revision());
  }

  /** The SLI that ended the last attempt of a version. */
  Optional<String> failing(String version) {
    return lastEnding(version).map(Ending::sli);
  }

  private StablePointer pointer() {
    return Objects.requireNonNull(simulation.status().pointers().stable(), "no stable revision");
  }

  /** The last attempt of a version must have ended so. */
  Scenario ended(String version, Outcome outcome, Reason reason) {
    var ending = lastEnding(version);
    assertThat(ending).as("ending of " + version).isPresent();
    assertThat(ending.get().outcome()).isEqualTo(outcome);
    assertThat(ending.get().reason()).isEqualTo(reason);
    return this;
  }

  /** From now on the pods of a version are like this server. */
  Consumer<Simulation> behaving(String version, SimulatedServer server) {
    return one -> one.cluster().behave(revisionOf(version), server, one.now());
  }

  /** A version must get no traffic and have no pods. */
  Scenario gone(String version) {
    var revision = revisionOf(version);
    assertThat(simulation.cluster().weight(revision)).as("weight of " + version).isZero();
    assertThat(pods(version)).as("pods of " + version).isZero();
    return this;
  }

  /** The command for the attempt of a version as it stands. */
  String command(String verb, String version) {
    var revision = revisionOf(version);
    var attempt = attempt(version);
    return verb
        + " "
        + revision.substring(revision.lastIndexOf('-') + 1)
        + "."
        + attempt.map(Attempt::number).orElse(1)
        + "."
        + attempt.map(Attempt::stepNumber).orElse(0);
  }

  /** The last command must have been answered so. */
  Scenario answered(CommandResult result) {
    var record = simulation.status().pointers().command();
    assertThat(record).as("answer to a command").isNotNull();
    assertThat(Objects.requireNonNull(record).result()).as(record.message()).isEqualTo(result);
    return this;
  }

  /** Pods a version's Deployment is asked for. */
  int pods(String version) {
    var deployment = simulation.cluster().deployments().get(revisionOf(version));
    return deployment == null ? 0 : deployment.replicas();
  }

  int attempts(String version) {
    return attempt(version).map(Attempt::number).orElse(0);
  }

  Optional<Attempt> attempt(String version) {
    return simulation.cluster().revisions().stream()
        .filter(one -> one.version().equals(version))
        .findFirst()
        .flatMap(one -> one.state().attempt());
  }

  String revisionOf(String version) {
    return simulation.cluster().revisions().stream()
        .filter(one -> one.version().equals(version))
        .findFirst()
        .orElseThrow()
        .name();
  }

  /**
   * Compares the transcript with the one on file, every attempt with its samples, every status with
   * what tools are meant to read in it, and every write with what is promised.
   */
  void golden() {
    transcript.published().forEach(PublishedStatus::check);
    PromisesKept.check(transcript);
    ReplayedAttempts.reproduce(simulation);
    GoldenTranscript.matches(name, transcript.text());
  }

  private Optional<Ending> lastEnding(String version) {
    return attempt(version).map(Attempt::ending);
  }

  private String versionOf(String revision) {
    return simulation.cluster().revisions().stream()
        .filter(one -> one.name().equals(revision))
        .findFirst()
        .orElseThrow()
        .version();
  }
}
