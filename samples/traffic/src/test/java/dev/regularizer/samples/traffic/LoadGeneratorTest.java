package dev.regularizer.samples.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.regularizer.samples.traffic.StubModel.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void sendsExactlyTheRequestsOfThePlan() throws Exception {
    try (var model = StubModel.of(_ -> Answer.served("a"));
        var generator = LoadGenerator.start(plan(model).withHost("ic.example.com"))) {
      assertThat(generator.await(SOON)).isTrue();

      var report = generator.report();
      assertThat(report.running()).isFalse();
      assertThat(report.total().requests()).isEqualTo(100);
      assertThat(report.total().served()).isEqualTo(100);
      assertThat(report.inFlight()).isZero();
      assertThat(report.elapsedSeconds()).isGreaterThan(0.99);
      assertThat(model.hosts()).hasSize(100).containsOnly("ic.example.com");
    }
  }

  @Test
  void failuresAndDocumentedRejectionsAreToldApartPerRevision() throws Exception {
    try (var model =
            StubModel.of(number ->
                switch (number % 10) {
                  case 0 -> Answer.rejected("a");
                  case 1 -> new Answer(503, "b", "no healthy upstream");
                  case 2 -> new Answer(422, "b", "{\"error\":\"not a rejection by a guard\"}");
                  case 3 -> new Answer(200, "b", "not what was asked for");
                  default -> Answer.served("b");
                });
        var generator = LoadGenerator.start(plan(model))) {
      generator.await(SOON);

      var report = generator.report();
      assertThat(report.revisions().keySet()).containsExactly("a", "b");
      assertThat(report.revisions().get("a"))
          .returns(10L, Report.Figures::rejected)
          .returns(0L, Report.Figures::failed)
          .returns(1.0, Report.Figures::rejectionRate);
      assertThat(report.revisions().get("b"))
          .returns(90L, Report.Figures::requests)
          .returns(60L, Report.Figures::served)
          .returns(30L, Report.Figures::failed);
      assertThat(report.failures()).isEqualTo(Map.of("503", 10L, "422", 10L, "200", 10L));
      assertThat(report.examples()).hasSize(20).anyMatch(it -> it.endsWith("no healthy upstream"));
      assertThat(report.total().rejectionRate()).isCloseTo(0.1, within(1e-9));
    }
  }

  @Test
  void latencyCountsFromWhenARequestWasDue() throws Exception {
    var first = new CountDownLatch(1);
    // One thread: the first answer takes half a second and everybody behind it waits.
    try (var model =
            new StubModel(
                number -> {
                  var _ = number == 0 && first.await(500, TimeUnit.MILLISECONDS);
                  return Answer.served("a");
                },
                Executors.newSingleThreadExecutor());
        var generator = LoadGenerator.start(plan(model).withFeedback(0, Duration.ZERO))) {
      generator.await(SOON);

      // A generator that waits for answers would have one slow request: a p95 of a few ms.
      var latency = generator.report().total().latency();
      assertThat(latency.max()).isGreaterThan(490);
      assertThat(latency.p95()).isGreaterThan(400);
      assertThat(generator.report().total().requests()).isEqualTo(100);
    }
  }

  @Test
  void aPauseOfTheGeneratorIsPartOfTheLatency() throws Exception {
    // The clock leaps half a second, as it does for a process that was stopped meanwhile.
    var leap = new AtomicLong();
    LongSupplier clock = () -> System.nanoTime() + leap.get();
    try (var model =
            StubModel.of(number -> {
              if (number == 20) {
                leap.set(TimeUnit.MILLISECONDS.toNanos(500));
              }
              return Answer.served("a");
            });
        var generator = LoadGenerator.start(plan(model), Images.bundled(), clock)) {
      generator.await(SOON);

      assertThat(generator.report().total().requests()).isEqualTo(100);
      assertThat(generator.report().total().latency().p95()).isGreaterThan(300);
    }
  }

  @Test
  void nobodyThereIsAFailureWithoutARevision() throws Exception {
    Plan plan;
    try (var model = StubModel.of(_ -> Answer.served("a"))) {
      plan = plan(model);
    }
    try (var generator = LoadGenerator.start(plan)) {
      generator.await(SOON);

      assertThat(generator.report().failures()).isEqualTo(Map.of("ConnectException", 100L));
      assertThat(generator.report().revisions().keySet()).containsExactly(Reply.NOBODY);
    }
  }

  @Test
  void labelsFollowLaterToTheRevisionThatAnswered() throws Exception {
    try (var model =
            StubModel.of(number -> Answer.served(number % 4 == 0 ? "retired" : "serving"));
        var generator = LoadGenerator.start(plan(model).withFeedback(1, Duration.ofMillis(300)))) {
      generator.await(SOON);

      assertThat(generator.report().feedback()).isEqualTo(new Report.Feedback(75, 25, 0, 0));
      assertThat(generator.report().total().failed()).isZero();
      assertThat(model.feedback())
          .hasSize(100)
          .allMatch(it -> it.matches("(retired|serving) \\{\"token\":\"t.s\",\"label\":[0-9]}"));
    }
  }

  @Test
  void theSameSeedSendsTheSame() throws Exception {
    assertThat(accuracy(5)).isEqualTo(accuracy(5)).isNotEqualTo(accuracy(6));
  }

  @Test
  void stopEndsSoonAndDropsLabelsThatAreNotDue() throws Exception {
    try (var model = StubModel.of(_ -> Answer.served("a"))) {
      var plan =
          Plan.of(model.url(), 100, Duration.ofHours(1)).withFeedback(1, Duration.ofHours(1));
      var generator = LoadGenerator.start(plan);
      assertThat(generator.await(Duration.ofMillis(500))).isFalse();

      var report = generator.stop();

      assertThat(report.running()).isFalse();
      assertThat(report.total().requests()).isPositive().isLessThan(1000);
      assertThat(report.total().failed()).isZero();
      assertThat(report.feedback())
          .isEqualTo(new Report.Feedback(0, 0, 0, report.total().served()));
    }
  }

  private static double accuracy(long seed) throws Exception {
    try (var model = StubModel.of(_ -> Answer.served("a"));
        var generator = LoadGenerator.start(plan(model).withSeed(seed))) {
      generator.await(SOON);
      return generator.report().total().accuracy();
    }
  }

  private static Plan plan(StubModel model) {
    return Plan.of(model.url(), 100, Duration.ofSeconds(1)).withFeedback(0, Duration.ZERO);
  }
}
