package dev.regularizer.samples.modelserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ShutdownTest {
  private static final Drain.Times TIMES =
      new Drain.Times(Duration.ofMillis(600), Duration.ofMillis(800), Duration.ofSeconds(20));

  @Test
  void noRequestIsLostWhileTheServerGoes() throws Exception {
    var images = HeldoutImages.read();
    var server = RunningServer.pod("ic", "5c4b9wzq7f", "[]", "a", TIMES);
    var warm = new CountDownLatch(50);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      // Clients go on until they learn that the pod is not ready, as a gateway does.
      var clients = new ArrayList<Future<Integer>>();
      for (var c = 0; c < 4; c++) {
        clients.add(
            pool.submit(() -> {
              var sent = 0;
              do {
                assertThat(server.post("/v1/predict", images.request(sent % 50)).statusCode())
                    .isIn(200, 422);
                sent++;
                warm.countDown();
              } while (server.get("/healthz/ready").statusCode() == 200);
              // And a little longer, since endpoints spread late.
              for (var late = 0; late < 20; late++, sent++) {
                assertThat(server.post("/v1/predict", images.request(late)).statusCode())
                    .isIn(200, 422);
              }
              return sent;
            }));
      }
      assertThat(warm.await(30, TimeUnit.SECONDS)).isTrue();
      var end = pool.submit(() -> server.server().drainAndStop());
      var sent = 0;
      for (var client : clients) {
        sent += client.get();
      }

      assertThat(end.isDone()).isFalse();
      assertThat(server.get("/healthz/live").statusCode()).isEqualTo(200);
      assertThat(
              server.metric("model_predictions_total{outcome=\"served\"}")
                  + server.metric("model_predictions_total{outcome=\"rejected\"}"))
          .isEqualTo(sent);
      end.get(10, TimeUnit.SECONDS);
      assertThatThrownBy(() -> server.get("/healthz/live")).isInstanceOf(ConnectException.class);
    }
  }
}
