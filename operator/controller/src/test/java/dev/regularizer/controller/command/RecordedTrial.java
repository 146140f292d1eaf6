package dev.regularizer.controller.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.regularizer.controller.sampling.SampleFile;
import dev.regularizer.controller.wire.RevisionStatusWriter;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.crds.ModelRevision;
import dev.regularizer.crds.ModelRevisionSpec;
import dev.regularizer.testkit.SimulatedServer;
import dev.regularizer.testkit.Simulation;
import dev.regularizer.testkit.Specs;
import dev.regularizer.testkit.Transcript;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A simulated trial as files: what kubectl prints and what Prometheus stored.
 *
 * @param revision YAML of the ModelRevision
 * @param samples file of samples
 * @param candidate name of the revision on trial
 * @param stable name of the revision it was compared with
 */
record RecordedTrial(Path revision, Path samples, String candidate, String stable) {

  /** Trial of a candidate against a good stable that was just installed. */
  static RecordedTrial write(Path folder, SimulatedServer candidate, Phase until)
      throws IOException {
    return write(folder, candidate, Duration.ZERO, until);
  }

  /**
   * Trial of a candidate against a good stable.
   *
   * @param past how long stable had served
   */
  static RecordedTrial write(Path folder, SimulatedServer candidate, Duration past, Phase until)
      throws IOException {
    return write(folder, Specs.first(), SimulatedServer.GOOD, candidate, past, until);
  }

  /** Trial of a candidate against a stable revision by some policy. */
  static RecordedTrial write(
      Path folder, Specs specs, SimulatedServer stable, SimulatedServer candidate, Phase until)
      throws IOException {
    return write(folder, specs, stable, candidate, Duration.ZERO, until);
  }

  private static RecordedTrial write(
      Path folder,
      Specs specs,
      SimulatedServer stable,
      SimulatedServer candidate,
      Duration past,
      Phase until)
      throws IOException {
    var simulation = new Simulation(new Transcript("recorded"));
    simulation
        .apply(specs, stable)
        .until(Phase.UP_TO_DATE)
        .lasting(past)
        .apply(specs.version("2.0.0"), candidate)
        .until(Phase.PROGRESSING)
        .until(until);
    var tried =
        simulation.revisions().stream()
            .filter(one -> one.version().equals("2.0.0"))
            .findFirst()
            .orElseThrow();
    var files =
        new RecordedTrial(
            folder.resolve("revision.yaml"),
            folder.resolve("samples.json"),
            tried.name(),
            simulation.revisions().getFirst().name());
    Files.writeString(files.revision(), new KubernetesSerialization().asYaml(object(tried)));
    SampleFile.write(files.samples(), simulation.samples());
    return files;
  }

  private static ModelRevision object(RevisionRecord record) {
    var object = new ModelRevision();
    object.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace("vision")
            .withName(record.name())
            .withCreationTimestamp(record.createdAt().toString())
            .build());
    object.setSpec(
        new ModelRevisionSpec(
            "ic",
            record.version(),
            null,
            record.hashVersion(),
            record.sha256(),
            record.collision(),
            null,
            List.of(),
            null,
            null,
            JsonNodeFactory.instance.objectNode()));
    object.setStatus(RevisionStatusWriter.write(record.state()));
    return object;
  }
}
