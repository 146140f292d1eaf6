package dev.regularizer.samples.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regularizer.samples.traffic.StubModel.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as people run it. */
class ProcessTest {
  @TempDir Path folder;

  @Test
  void endsCleanlyOnSigtermAndLeavesItsReport() throws Exception {
    var some = new CountDownLatch(20);
    try (var model =
        StubModel.of(_ -> {
          some.countDown();
          return Answer.served("a");
        })) {
      var process = start("--url", model.url().toString(), "--rate", "50", "--duration", "1h");
      try {
        assertThat(some.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(report().path("running").asBoolean()).isTrue();

        process.destroy();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(report().path("running").asBoolean()).isFalse();
        assertThat(report().path("total").path("requests").asInt()).isGreaterThanOrEqualTo(20);
        assertThat(report().path("total").path("failed").asInt()).isZero();
      } finally {
        process.destroyForcibly();
      }
    }
  }

  @Test
  void endsByItself() throws Exception {
    try (var model = StubModel.of(_ -> Answer.rejected("a"))) {
      var process = start("--url", model.url().toString(), "--rate", "20", "--duration", "1s");

      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(report().path("revisions").path("a").path("rejected").asInt()).isEqualTo(20);
      assertThat(Files.readString(folder.resolve("errors"))).contains("20 rejected  0 failed");
    }
  }

  @Test
  void badFlagsEndWithTwo() throws Exception {
    var process = start("--url", "nowhere");

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("errors")))
        .startsWith("traffic: --url: found \"nowhere\"");
  }

  private JsonNode report() throws Exception {
    return new ObjectMapper().readTree(folder.resolve("report.json").toFile());
  }

  private Process start(String... arguments) throws Exception {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(
        List.of("-Xmx64m", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--report", folder.resolve("report.json").toString()));
    return new ProcessBuilder(command)
        .redirectError(folder.resolve("errors").toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
