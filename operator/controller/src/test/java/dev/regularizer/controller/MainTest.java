package dev.regularizer.controller;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) throws InterruptedException {
    return Main.run(
        List.of(args), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  @Test
  void printsItsVersion() throws InterruptedException {
    assertThat(run("--version")).isZero();
    assertThat(out.toString(UTF_8))
        .matches("regularizer-operator \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\s+");
  }

  @Test
  void refusesWhatItDoesNotKnow() throws InterruptedException {
    assertThat(run("--help")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("found: --help").contains("usage:");
  }

  @Test
  void aBadConfigurationEndsTheStart(@TempDir Path folder)
      throws IOException, InterruptedException {
    var file = Files.writeString(folder.resolve("config.yaml"), "concurrencyy: 3");
    assertThat(run("--config", file.toString())).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .contains("config.yaml:1: top level: found unknown key \"concurrencyy\"");
  }

  @Test
  void probesOneAddress() throws IOException, InterruptedException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/ready", exchange -> exchange.sendResponseHeaders(204, -1));
    server.createContext("/not", exchange -> exchange.sendResponseHeaders(503, -1));
    server.start();
    var base = "http://127.0.0.1:" + server.getAddress().getPort();
    try {
      assertThat(run("probe", base + "/ready")).isZero();
      assertThat(run("probe", base + "/not")).isEqualTo(1);
      assertThat(err.toString(UTF_8)).contains("status 503");
    } finally {
      server.stop(0);
    }
    assertThat(run("probe", base + "/ready")).isEqualTo(1);
    assertThat(run("probe", "nonsense")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("nonsense: found no address");
  }
}
