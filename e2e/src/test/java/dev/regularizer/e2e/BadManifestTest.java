package dev.regularizer.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.regularizer.e2e.model.LiveModel;
import dev.regularizer.e2e.model.ModelManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What `kubectl apply` says of a manifest that cannot be right, and that nothing comes of it. */
@LocalCluster
@ResourceLock(value = Shared.PROMETHEUS, mode = ResourceAccessMode.READ)
@ResourceLock(value = Shared.OPERATOR, mode = ResourceAccessMode.READ)
class BadManifestTest {
  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

  /**
   * One manifest.
   *
   * @param said what kubectl's message has to contain
   */
  private record Case(String what, UnaryOperator<ModelManifest> change, List<String> said) {}

  private static final List<Case> CASES =
      List.of(
          new Case(
              "a number without quotes",
              it -> it.with("/spec/revision/regularizers", "[{type: L2, strength: 0.001}]"),
              List.of("regularizers[0].strength", "must be of type string")),
          new Case(
              "a word where a number belongs",
              it -> it.with("/spec/replicas", "many"),
              List.of("spec.replicas", "must be of type integer")),
          new Case(
              "a field nobody knows",
              it -> it.with("/spec/rolout", "{bake: 10s}"),
              List.of("unknown field \"spec.rolout\"")),
          new Case(
              "no steps",
              it -> it.with("/spec/rollout/steps", "[]"),
              List.of("spec.rollout.steps", "at least 1 item")),
          new Case(
              "a regularizer out of its range",
              it -> it.with("/spec/revision/regularizers", "[{type: Dropout, rate: \"1.5\"}]"),
              List.of("regularizers[0]", "1.5")),
          new Case(
              "ten megabytes",
              it ->
                  it.with(
                      "/spec/revision/model/uri",
                      JsonNodeFactory.instance.textNode("x".repeat(TEN_MEGABYTES))),
              List.of("too large")));

  @Test
  void isRefusedInOneMessageAndChangesNothing(Playground playground, @TempDir Path folder)
      throws IOException {
    var traffic = playground.serveStable();
    var before = playground.model().view();
    var messages = new SoftAssertions();

    for (var wrong : CASES) {
      var file = folder.resolve(wrong.what().replace(' ', '-') + ".yaml");
      Files.writeString(
          file, wrong.change().apply(playground.manifest("stable").named("wrong")).yaml());
      var result =
          playground
              .cluster()
              .kubectl("-n", playground.namespace(), "apply", "-f", file.toString())
              .run();
      messages.assertThat(result.succeeded()).as(wrong.what()).isFalse();
      messages.assertThat(result.output()).as(wrong.what()).contains(wrong.said());
      messages
          .assertThat(result.output().length())
          .as("%s: length of the message", wrong.what())
          .isLessThan(2000);
    }

    messages.assertAll();
    var after = playground.model().view();
    assertThat(after.object().at("/metadata/generation"))
        .isEqualTo(before.object().at("/metadata/generation"));
    assertThat(after.phase()).isEqualTo("UpToDate");
    assertThat(playground.model().revisions()).hasSize(1);
    assertThat(new LiveModel(playground.cluster(), playground.namespace(), "wrong").revisions())
        .isEmpty();
    assertThat(traffic.stop().failed()).isZero();
  }
}
