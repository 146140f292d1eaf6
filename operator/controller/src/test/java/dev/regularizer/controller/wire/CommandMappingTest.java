package dev.regularizer.controller.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.command.CommandRecord;
import dev.regularizer.core.command.CommandResult;
import dev.regularizer.core.spec.Approval;
import dev.regularizer.core.state.CandidatePointer;
import dev.regularizer.core.state.Standstill;
import dev.regularizer.crds.status.CandidateStatus;
import dev.regularizer.crds.status.CommandStatus;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders of people are kept in status: what is written is what will be read. */
class CommandMappingTest {
  private static final KubernetesSerialization JSON = new KubernetesSerialization();
  private static final Instant AT = Instant.parse("2026-05-01T12:00:00.123Z");

  @ParameterizedTest
  @EnumSource(CommandResult.class)
  void everyAnswer(CommandResult result) {
    var record = CommandRecord.of("abort 7d9f8bxk2c.1.3", result, "because", AT);
    assertThat(throughJson(record)).isEqualTo(record);
    assertThat(throughJson(record.gone())).isEqualTo(record.gone());
    assertThat(written(record).result()).matches("[A-Z][a-z]+([A-Z][a-z]+)?");
  }

  /** What people type is kept, whatever it is, and recognised when it is seen again. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "abort\n7d9f8bxk2c.1.3",
        "\u001b[31mabort",
        "\u202etroba",
        "\u0000",
        "ABORT \ud83d\ude80",
        "{\"a\": [null]}",
        "x\ty"
      })
  void textThatIsNoCommand(String text) {
    var record = CommandRecord.of(text, CommandResult.INVALID, "no command", AT);
    assertThat(throughJson(record)).isEqualTo(record);
    assertThat(throughJson(record).answers(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 119, 120, 121, 5000, 262_000})
  void longTextIsCutWhereACharacterEnds(int length) {
    for (var text : List.of("x".repeat(length), "x".repeat(length) + "\ud83d\ude80")) {
      var record = CommandRecord.of(text, CommandResult.INVALID, "no command: " + text, AT);
      assertThat(throughJson(record).answers(text)).isTrue();
      assertThat(written(record).value().codePoints().count()).isLessThanOrEqualTo(120);
      assertThat(written(record).message().length()).isLessThanOrEqualTo(4096);
    }
  }

  static List<CandidatePointer> pointers() {
    return List.of(
        new CandidatePointer("ic-bbb", 1),
        new CandidatePointer("ic-bbb", 2).withHeld(true),
        new CandidatePointer("ic-bbb", 2).approving(Approval.BEFORE_START),
        new CandidatePointer(
            "ic-bbb", 3, true, EnumSet.allOf(Approval.class), new Standstill(AT, Duration.ZERO)),
        new CandidatePointer(
            "ic-bbb", 3, false, Set.of(), new Standstill(null, Duration.ofMillis(90_001))));
  }

  @ParameterizedTest
  @MethodSource("pointers")
  void ordersInForce(CandidatePointer pointer) {
    var status = status(pointer);
    var text = JSON.asJson(status);
    assertThat(CommandMapping.pointer(JSON.unmarshal(text, CandidateStatus.class)))
        .isEqualTo(pointer);
  }

  @Test
  void nothingIsWrittenWhereNothingWasOrdered() {
    assertThat(JSON.asJson(status(new CandidatePointer("ic-bbb", 1))))
        .doesNotContain("held", "approved", "standstill");
    assertThat(CommandMapping.write(null)).isNull();
    assertThat(CommandMapping.read(null)).isNull();
  }

  private static CandidateStatus status(CandidatePointer pointer) {
    return new CandidateStatus(
        pointer.revision(),
        null,
        pointer.attempt(),
        0,
        0,
        0,
        0,
        0,
        null,
        null,
        null,
        CommandMapping.held(pointer),
        CommandMapping.approved(pointer),
        CommandMapping.standstill(pointer));
  }

  private static CommandStatus written(CommandRecord record) {
    return Optional.ofNullable(CommandMapping.write(record)).orElseThrow();
  }

  private static CommandRecord throughJson(CommandRecord record) {
    // As it travels: half a character would come back as a question mark.
    var text = new String(JSON.asJson(written(record)).getBytes(UTF_8), UTF_8);
    return Optional.ofNullable(CommandMapping.read(JSON.unmarshal(text, CommandStatus.class)))
        .orElseThrow();
  }
}
