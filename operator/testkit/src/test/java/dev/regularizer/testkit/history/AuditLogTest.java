package dev.regularizer.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which lines of an audit log are committed writes, and what they say. */
class AuditLogTest {
  private static final String LINE =
      """
      {"stage":"ResponseComplete","requestURI":"/apis/apps/v1/namespaces/vision/deployments/ic","verb":"patch",\
      "user":{"username":"admin"},"objectRef":{"resource":"deployments","namespace":"vision","name":"ic"},\
      "responseStatus":{"code":200},"requestObject":{"metadata":{"resourceVersion":"7"}},\
      "responseObject":{"metadata":{"uid":"u","resourceVersion":"9"}},"stageTimestamp":"2026-01-01T00:00:01.5Z"}
      """;

  @Test
  void aWriteIsRead() {
    var write = AuditLog.read(LINE).orElseThrow();
    assertThat(write.user()).isEqualTo("admin");
    assertThat(write.verb()).isEqualTo(WriteVerb.PATCH);
    assertThat(write.object()).isEqualTo(Writes.key("deployments", "ic"));
    assertThat(write.before()).isEqualTo(7);
    assertThat(write.after()).isEqualTo(9);
    assertThat(write.at()).isEqualTo("2026-01-01T00:00:01.500Z");
  }

  @Test
  void theImpersonatedUserCounts() {
    var line =
        LINE.replace("\"objectRef\"", "\"impersonatedUser\":{\"username\":\"op\"},\"objectRef\"");
    assertThat(AuditLog.read(line).orElseThrow().user()).isEqualTo("op");
  }

  @Test
  void aDeletionIsConditionalByItsPreconditions() {
    var line =
        LINE.replace("\"patch\"", "\"delete\"")
            .replace(
                "{\"metadata\":{\"resourceVersion\":\"7\"}}",
                "{\"preconditions\":{\"uid\":\"u\",\"resourceVersion\":\"8\"}}")
            .replace("\"uid\":\"u\",\"resourceVersion\":\"9\"", "\"x\":1");
    var write = AuditLog.read(line).orElseThrow();
    assertThat(write.before()).isEqualTo(8);
    assertThat(write.after()).isZero();
    assertThat(write.stored().isEmpty()).isTrue();
  }

  @Test
  void readsRefusalsRehearsalsAndUnfinishedRequestsAreLeftOut() {
    assertThat(AuditLog.read(LINE.replace("\"patch\"", "\"get\""))).isEmpty();
    assertThat(AuditLog.read(LINE.replace("200", "409"))).isEmpty();
    assertThat(AuditLog.read(LINE.replace("ic\",\"verb", "ic?dryRun=All\",\"verb"))).isEmpty();
    assertThat(AuditLog.read(LINE.replace("ResponseComplete", "RequestReceived"))).isEmpty();
  }
}
