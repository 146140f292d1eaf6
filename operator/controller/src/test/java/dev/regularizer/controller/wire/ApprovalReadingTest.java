package dev.regularizer.controller.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.spec.Approval;
import dev.regularizer.crds.RegularizedModel;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Approvals of a plan, as the sample has them and as they must not be. */
class ApprovalReadingTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("basedir", "."))
          .resolve("../../samples/approvals.yaml")
          .normalize();
  private static final KubernetesSerialization JSON = new KubernetesSerialization();
  private static final ModelReader READER =
      new ModelReader(JSON, model -> name -> Optional.empty());

  private static ParsedModel read(String approvals) throws IOException {
    var text =
        Files.readString(SAMPLE).replace("approvals: [BeforeStart, BeforePromotion]", approvals);
    var model = JSON.unmarshal(text, RegularizedModel.class);
    model.getMetadata().setNamespace("vision");
    model.getMetadata().setGeneration(1L);
    return READER.read(model);
  }

  @Test
  void theSampleAsksForBoth() throws IOException {
    var read = read("approvals: [BeforeStart, BeforePromotion]");
    assertThat(read.problems()).isEmpty();
    assertThat(read.spec().rollout().approvals())
        .containsExactlyInAnyOrder(Approval.BEFORE_START, Approval.BEFORE_PROMOTION);
  }

  @Test
  void nothingIsAskedForByDefault() throws IOException {
    assertThat(read("approvals: []").spec().rollout().approvals()).isEmpty();
    assertThat(read("bake: 10m").spec().rollout().approvals()).isEmpty();
    assertThat(read("approvals: [BeforePromotion]").spec().rollout().approvals())
        .containsExactly(Approval.BEFORE_PROMOTION);
  }

  /** What another schema let through is refused, not taken for no approval. */
  @Test
  void anotherWordIsAProblem() throws IOException {
    var read = read("approvals: [BeforePromotion, beforeStart]");
    assertThat(read.problems()).hasSize(1);
    assertThat(read.problems().getFirst().message())
        .contains("spec.rollout.approvals", "beforeStart", "BeforeStart, BeforePromotion");
  }
}
