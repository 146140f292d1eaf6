package dev.regularizer.samples.traffic;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The load generator as a command. It ends by itself, or cleanly on SIGTERM. */
public final class Main {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private Main() {}

  /** Flags as in {@link Options#USAGE}. */
  public static void main(String[] arguments) throws InterruptedException {
    try {
      run(Options.parse(List.of(arguments)));
    } catch (InvalidPlanException e) {
      System.err.println("traffic: " + e.getMessage());
      System.exit(2);
    }
  }

  private static void run(Options options) throws InterruptedException {
    var images = options.heldout().map(Images::read).orElseGet(Images::bundled);
    var generator = LoadGenerator.start(options.plan(), images, System::nanoTime);
    publish(options, generator);
    // Runs on SIGTERM and when everything is sent: the last report is written here.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(options, generator), "stop"));
    while (!generator.await(PAUSE)) {
      publish(options, generator);
    }
  }

  /** The JVM would end with 143 on SIGTERM, which looks like a failure. */
  private static void end(Options options, LoadGenerator generator) {
    generator.stop();
    publish(options, generator);
    Runtime.getRuntime().halt(0);
  }

  /** Synchronized, so that no older report is written over the last one. */
  private static synchronized void publish(Options options, LoadGenerator generator) {
    var report = generator.report();
    if (options.progress() || !report.running()) {
      System.err.println(report.line());
    }
    options
        .report()
        .ifPresent(file -> {
          try {
            report.write(file);
          } catch (IOException e) {
            throw new InvalidPlanException(
                "--report",
                file + ", which cannot be written (" + e.getClass().getSimpleName() + ")",
                "name a file in a folder that is there");
          }
        });
  }
}
