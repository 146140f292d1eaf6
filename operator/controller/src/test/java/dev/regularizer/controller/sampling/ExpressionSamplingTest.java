package dev.regularizer.controller.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.regularizer.controller.config.Connection;
import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliReader;
import dev.regularizer.core.analysis.WindowCounts;
import dev.regularizer.core.counting.ArmSamples;
import dev.regularizer.core.counting.ArmSelector;
import dev.regularizer.core.counting.CountingContext;
import dev.regularizer.core.counting.InvalidReason;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.counting.WindowEdges;
import dev.regularizer.core.effect.Request;
import dev.regularizer.core.observe.Look;
import dev.regularizer.core.spec.ModelKey;
import dev.regularizer.core.spec.TrialPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Expressions beside samples; what one of them does concerns its SLI alone. */
class ExpressionSamplingTest {
  private static final ModelKey MODEL = new ModelKey("vision", "ic");
  private static final Instant CURSOR = Instant.parse("2026-05-01T12:00:00.250Z");
  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final SliKind.Query QUEUE =
      new SliKind.Query("avg(queue_depth{$(selector)})", 100, 3);
  private static final SliKind.Query SLOW = new SliKind.Query("max(slow{$(selector)})", 100, 3);
  private static final String EMPTY =
      "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}";

  private final Mailbox mailbox = new Mailbox();
  private final AtomicInteger woken = new AtomicInteger();
  private final List<String> forms = new CopyOnWriteArrayList<>();
  private volatile Values values = form -> EMPTY;
  private volatile int status = 200;
  private HttpServer server;
  private Sampler sampler;

  private interface Values {
    String to(String form);
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/",
        exchange -> {
          var path = exchange.getRequestURI().getPath();
          var form =
              URLDecoder.decode(
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                  StandardCharsets.UTF_8);
          forms.add(path + " " + form);
          var ranged = path.endsWith("query_range");
          var body = (ranged ? values.to(form) : EMPTY).getBytes(StandardCharsets.UTF_8);
          try (exchange) {
            exchange.sendResponseHeaders(ranged ? status : 200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    sampler = sampler(Duration.ofSeconds(10));
  }

  private Sampler sampler(Duration timeout) {
    var connection =
        new Connection(
            "default",
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            timeout,
            2,
            Set.of());
    return new Sampler(
        List.of(connection),
        HttpClient.newHttpClient(),
        InstantSource.system(),
        mailbox,
        model -> woken.incrementAndGet(),
        new Silent());
  }

  @AfterEach
  void stop() {
    sampler.close();
    server.stop(0);
  }

  @Test
  void asksForTheEndsOfTheWindowsOfTheCandidate() {
    look(QUEUE);
    assertThat(forms).hasSize(2);
    assertThat(forms.getFirst()).startsWith("/api/v1/query query={__name__=~");
    assertThat(forms.getLast())
        .isEqualTo(
            "/api/v1/query_range"
                + " query=avg(queue_depth{namespace=\"vision\",pod=~\"ic-bbb-[a-z0-9]+-[a-z0-9]+\"})"
                + "&start=1777636810.250&end=1777636830.250&step=10000ms&timeout=10000ms");
  }

  @Test
  void numbersAreReadWindowByWindow() {
    values = form -> matrix("{}", "[1777636810.25,\"7.5\"],[1777636830.25,\"1e2\"]");
    var matrix = look(QUEUE);
    assertThat(reading(matrix, QUEUE, 0)).isEqualTo(counted(7.5));
    assertThat(reading(matrix, QUEUE, 1)).isEqualTo(new Reading.NoData<>());
    assertThat(reading(matrix, QUEUE, 2)).isEqualTo(counted(100));
  }

  @Test
  void namesAndLabelsOfTheResultDoNotMatter() {
    values =
        form ->
            matrix(
                "{\"__name__\":\"model_predictions_total\",\"namespace\":\"vision\",\"pod\":\"ic-bbb-b-c\"}",
                "[1777636810.25,\"7\"]");
    var matrix = look(QUEUE);
    assertThat(reading(matrix, QUEUE, 0)).isEqualTo(counted(7));
    assertThat(arm(matrix).observed(window(0))).isFalse();
  }

  @Test
  void aRefusalIsToldWithoutItsWordsAndLeavesTheLookUsable() {
    status = 400;
    values = form -> "{\"status\":\"error\",\"error\":\"token=secret\"}";
    for (int i = 0; i < 3; i++) {
      assertThat(reading(look(QUEUE), QUEUE, i))
          .isInstanceOfSatisfying(
              Reading.Invalid.class,
              it -> {
                assertThat(it.reason()).isEqualTo(InvalidReason.ExpressionRefused);
                assertThat(it.detail()).endsWith("HTTP status 400 with 41 bytes");
              });
    }
  }

  @Test
  void whatIsNoMatrixIsToldToo() {
    for (var body :
        List.of(
            "<html>login</html>",
            EMPTY.substring(0, 40),
            EMPTY.replace("matrix", "vector"),
            EMPTY.replace("{\"status\"", "{\"warnings\":[\"w\"],\"status\""))) {
      values = form -> body;
      assertThat(reading(look(QUEUE), QUEUE, 0))
          .as(body)
          .isInstanceOfSatisfying(
              Reading.Invalid.class,
              it -> assertThat(it.reason()).isEqualTo(InvalidReason.ExpressionRefused));
    }
  }

  @Test
  void oneThatHangsCostsOneTimeoutAndNoLook() {
    sampler.close();
    sampler = sampler(Duration.ofMillis(500));
    var hold = new CountDownLatch(1);
    values =
        form -> {
          await().until(() -> hold.getCount() == 0);
          return EMPTY;
        };
    var matrix = look(SLOW, QUEUE);
    hold.countDown();
    assertThat(forms).hasSize(2);
    assertThat(reading(matrix, SLOW, 0))
        .isInstanceOfSatisfying(
            Reading.Invalid.class,
            it -> assertThat(it.detail()).endsWith("no answer within 500 ms"));
    assertThat(reading(matrix, QUEUE, 0))
        .isInstanceOfSatisfying(
            Reading.Invalid.class, it -> assertThat(it.detail()).contains("not asked"));
  }

  @Test
  void aRefusalOfOneLeavesTheOthers() {
    status = 400;
    look(SLOW, QUEUE);
    assertThat(forms).hasSize(3);
  }

  private SampleMatrix look(SliKind.Query... queries) {
    var before = woken.get();
    forms.clear();
    sampler.request(MODEL, request(List.of(queries)));
    await().until(() -> woken.get() > before);
    var answer = Optional.ofNullable(mailbox.takeLook(MODEL)).orElseThrow().answer();
    assertThat(answer).isInstanceOf(Look.Samples.class);
    return ((Look.Samples) answer).matrix();
  }

  private static Request.Samples request(List<SliKind.Query> queries) {
    var slis = SliDefaults.resolve(queries.stream().map(ExpressionSamplingTest::sli).toList());
    return new Request.Samples(
        "ic-bbb",
        3,
        List.of("ic-bbb", "ic-aaa"),
        new TrialPolicy(slis, .05, .05, WINDOW, Duration.ofSeconds(5), "default"),
        CURSOR,
        CURSOR.plus(WINDOW.multipliedBy(3)),
        false);
  }

  private static DeclaredSli sli(SliKind.Query query) {
    return new DeclaredSli(
        query.expression().startsWith("max") ? "slow" : "queue",
        query,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Reading<WindowCounts> counted(double number) {
    return new Reading.Counted<>(new WindowCounts.Value(number));
  }

  private static Reading<WindowCounts> reading(SampleMatrix matrix, SliKind kind, int index) {
    return SliReader.read(kind, arm(matrix), window(index));
  }

  private static ArmSamples arm(SampleMatrix matrix) {
    return ArmSamples.of(
        matrix,
        ArmSelector.pods("vision", "ic-bbb"),
        new CountingContext(Duration.ofSeconds(2), WINDOW, Map.of(), false));
  }

  private static WindowEdges window(int index) {
    var start = CURSOR.plus(WINDOW.multipliedBy(index)).toEpochMilli();
    return new WindowEdges(start, start + WINDOW.toMillis());
  }

  private static String matrix(String labels, String samples) {
    return EMPTY.replace("[]", "[{\"metric\":" + labels + ",\"values\":[" + samples + "]}]");
  }

  private static final class Silent implements SamplerMeter {
    @Override
    public void asked(String connection, Duration took, Look.Answer answer) {}

    @Override
    public void skipped(String connection) {}
  }
}
