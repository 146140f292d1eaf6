package dev.regularizer.samples.traffic;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Sends requests at the times they are due, whether or not earlier ones were answered, and counts
 * their latency from then: a stall of the server is felt by all requests that it delays.
 *
 * <p>Images are drawn with replacement, so that each request is an independent draw from the
 * held-out images and what was measured on them offline is true of the traffic.
 */
public final class LoadGenerator implements AutoCloseable {
  private static final double NANOS = 1e9;
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Plan plan;
  private final Images images;
  private final LongSupplier nanoTime;
  private final ModelClient client;
  private final Ledger ledger = new Ledger();
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService feedback = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledThreadPoolExecutor labels = new ScheduledThreadPoolExecutor(1);
  private final Semaphore slots = new Semaphore(Plan.MOST_IN_FLIGHT);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final long start;
  private volatile boolean stopped;

  private LoadGenerator(Plan plan, Images images, LongSupplier nanoTime) {
    this.plan = plan;
    this.images = images;
    this.nanoTime = nanoTime;
    this.client = new ModelClient(plan);
    this.start = nanoTime.getAsLong();
  }

  /** Starts to send the bundled images. */
  public static LoadGenerator start(Plan plan) {
    return start(plan, Images.bundled(), System::nanoTime);
  }

  /** Starts to send images. */
  public static LoadGenerator start(Plan plan, Images images, LongSupplier nanoTime) {
    var generator = new LoadGenerator(plan, images, nanoTime);
    Thread.ofPlatform().name("traffic").daemon().start(generator::run);
    return generator;
  }

  /** What was sent and what came back so far. */
  public Report report() {
    return ledger.report(ended.getCount() > 0, seconds(nanoTime.getAsLong()));
  }

  /** Waits until everything is sent and answered; false when that takes longer. */
  public boolean await(Duration most) throws InterruptedException {
    return ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Sends nothing more, waits for answers under way, drops labels that are not due yet. */
  public Report stop() {
    stopped = true;
    labels.shutdownNow();
    var most = plan.timeout().plus(GRACE);
    try {
      if (!ended.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
        requests.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return report();
  }

  @Override
  public void close() {
    stop();
  }

  private void run() {
    try {
      var random = new SplittableRandom(plan.seed());
      var total = (long) Math.floor(plan.rate() * plan.duration().toNanos() / NANOS);
      for (var number = 0L; number < total && !stopped; number++) {
        var due = start + (long) (number * NANOS / plan.rate());
        var image = images.get(random.nextInt(images.size()));
        var labelled = random.nextDouble() < plan.feedbackRate();
        var cohort = cohort(random);
        waitUntil(due);
        if (!stopped) {
          ledger.due();
          requests.execute(() -> send(image, cohort, labelled, due));
        }
      }
      finish();
    } finally {
      ended.countDown();
    }
  }

  /** Without cohorts nothing is drawn: the images are the same as ever. */
  private String cohort(SplittableRandom random) {
    var cohorts = plan.cohorts();
    return cohorts.isEmpty() ? "" : cohorts.get(random.nextInt(cohorts.size()));
  }

  private void waitUntil(long due) {
    for (var left = due - nanoTime.getAsLong();
        left > 0 && !stopped;
        left = due - nanoTime.getAsLong()) {
      LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(100)));
    }
  }

  private void send(Images.Labelled image, String cohort, boolean labelled, long due) {
    slots.acquireUninterruptibly();
    Reply reply;
    try {
      reply = client.predict(image.request(), cohort);
    } finally {
      slots.release();
    }
    var now = nanoTime.getAsLong();
    ledger.replied(reply, image.label(), (now - due) / 1000, seconds(now));
    if (labelled && reply instanceof Reply.Served served) {
      ledger.labelWaits();
      try {
        var _ =
            labels.schedule(
                () -> feedback.execute(() -> label(served, image.label())),
                plan.feedbackDelay().toNanos(),
                TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException e) {
        // Stopped meanwhile: the label stays counted as unsent.
      }
    }
  }

  private void label(Reply.Served served, int label) {
    ledger.labelSent(client.feedback(served, label));
  }

  /** Answers first, since they bring labels; then the labels that are not due yet. */
  private void finish() {
    requests.close();
    labels.close();
    feedback.close();
    client.close();
  }

  private double seconds(long now) {
    return (now - start) / NANOS;
  }
}
