package dev.regularizer.controller.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PodReaderTest {
  private static Pod pod(String status) {
    return new KubernetesSerialization()
        .unmarshal(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: ic-aaa-x-y, namespace: vision, creationTimestamp: "2026-05-01T12:00:00Z"}
            status: %s
            """
                .formatted(status),
            Pod.class);
  }

  @Test
  void aReadyPodCountsFromTheStartOfItsContainer() {
    var read =
        PodReader.read(
            pod(
                """
                {phase: Running, conditions: [{type: Ready, status: "True"}], containerStatuses: [
                  {name: model, restartCount: 2, state: {running: {startedAt: "2026-05-01T12:05:00Z"}}},
                  {name: side, restartCount: 1, state: {running: {startedAt: "2026-05-01T12:01:00Z"}}}]}
                """));
    assertThat(read.ready()).isTrue();
    assertThat(read.restarts()).isEqualTo(3);
    assertThat(read.startedAt()).isEqualTo(Instant.parse("2026-05-01T12:01:00Z"));
    assertThat(read.waiting()).isNull();
  }

  @Test
  void aPodThatWaitsSaysWhy() {
    assertThat(
            PodReader.read(
                    pod(
                        """
                        {containerStatuses: [{name: model, restartCount: 0, state: {waiting:
                          {reason: ErrImageNeverPull, message: no such image}}}]}
                        """))
                .waiting())
        .isEqualTo("ErrImageNeverPull: no such image");
    assertThat(
            PodReader.read(
                    pod(
                        """
                        {containerStatuses: [{name: model, restartCount: 1, state: {terminated:
                          {reason: Error, exitCode: 2}}}]}
                        """))
                .waiting())
        .isEqualTo("Error: exit code 2");
    assertThat(
            PodReader.read(
                    pod(
                        """
                        {conditions: [{type: PodScheduled, status: "False", reason: Unschedulable,
                          message: 0/1 nodes are available}]}
                        """))
                .waiting())
        .isEqualTo("Unschedulable: 0/1 nodes are available");
  }

  @Test
  void aPodOnItsWayOutDoesNotCount() {
    assertThat(PodReader.counts(pod("{phase: Running}"))).isTrue();
    assertThat(PodReader.counts(pod("{phase: Failed}"))).isFalse();
    assertThat(PodReader.counts(pod("{phase: Succeeded}"))).isFalse();
    var leaving = pod("{phase: Running}");
    leaving.getMetadata().setDeletionTimestamp("2026-05-01T12:10:00Z");
    assertThat(PodReader.counts(leaving)).isFalse();
  }
}
