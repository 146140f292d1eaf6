package dev.regularizer.controller.command;

import dev.regularizer.controller.sampling.SampleArchive;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.history.HistoryReading;
import dev.regularizer.core.lint.PolicyLint;
import dev.regularizer.core.lint.Requirement;
import dev.regularizer.core.quantity.GoDuration;
import dev.regularizer.core.spec.ModelSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a policy can succeed at the traffic that stable has: what a model is told when it is
 * accepted, before it is.
 */
final class LintCommand {
  static final String USAGE =
      """
      usage: lint MODEL --stable REVISION (--samples FILE | --prometheus URL --until TIME)
                  [--until TIME] [--namespace NAME] [--scrape-interval 15s] [--record FILE] [--json]
        MODEL        YAML of a RegularizedModel with the policy to check; - for standard input
        --stable     name of the ModelRevision whose traffic is measured
        --until      end of the 80 windows that are measured, RFC 3339; of a file its last sample
      exit code 0: every SLI is within reach; 1: some SLI is not; 2: bad input\
      """;
  private static final Set<String> OPTIONS =
      Set.of(
          "--stable",
          "--samples",
          "--prometheus",
          "--until",
          "--namespace",
          "--scrape-interval",
          "--record");

  private final Console console;

  LintCommand(Console console) {
    this.console = console;
  }

  int run(List<String> args) throws BadInputException, InterruptedException {
    var arguments = Arguments.read(args, OPTIONS, Set.of("--json"));
    var scrapes = Options.duration(arguments, "--scrape-interval", Duration.ofSeconds(15));
    var spec =
        ModelFile.read(
            arguments.file("a RegularizedModel"),
            console.in(),
            arguments.value("--namespace"),
            scrapes);
    var stable = Options.required(arguments, "--stable");
    SampleSource.requireOne(arguments);
    var file = arguments.value("--samples");
    var samples = file.isPresent() ? SampleSource.file(file.get()) : null;
    var until =
        samples == null || arguments.value("--until").isPresent()
            ? Options.instant(arguments, "--until")
            : Instant.ofEpochMilli(samples.lastMillis().orElse(0));
    var reading = new HistoryReading(until, scrapes, List.of(), Map.of(), Set.of());
    var measured = samples == null ? fetched(arguments, spec, stable, reading) : samples;
    SampleSource.record(arguments, measured);
    return judge(arguments, spec, stable, reading, measured);
  }

  private static SampleMatrix fetched(
      Arguments arguments, ModelSpec spec, String stable, HistoryReading reading)
      throws BadInputException, InterruptedException {
    return SampleSource.prometheus(
        Options.required(arguments, "--prometheus"),
        spec.key().namespace(),
        List.of(stable),
        spec.policy(),
        reading.scrapeInterval(),
        reading.from(spec.policy()),
        reading.end(),
        List.of(new SampleArchive.Span(reading.from(spec.policy()), reading.end())));
  }

  private int judge(
      Arguments arguments,
      ModelSpec spec,
      String stable,
      HistoryReading reading,
      SampleMatrix samples)
      throws BadInputException {
    var plan = spec.rollout();
    var counts = reading.count(samples, spec.key().namespace(), stable, spec.policy());
    if (counts.windows() < PolicyLint.FEWEST_WINDOWS) {
      throw new BadInputException(
          "found "
              + counts.windows()
              + " windows of "
              + spec.key().namespace()
              + "/"
              + stable
              + " with samples before "
              + reading.end()
              + "; allowed are "
              + PolicyLint.FEWEST_WINDOWS
              + " or more; give samples of that revision, with at least two scrapes in each window"
              + " of "
              + GoDuration.format(spec.policy().window()));
    }
    var policy = counts.frozen(spec.policy());
    var traffic = counts.traffic(policy, plan.steps().getLast().weight());
    var report =
        new LintReport(
            stable,
            reading.end(),
            policy,
            traffic,
            plan.deadline(),
            PolicyLint.requirements(policy, plan, traffic));
    if (arguments.has("--json")) {
      console.out().println(report.json());
    } else {
      report.print(console.out());
    }
    return report.requirements().stream().allMatch(Requirement::withinReach) ? 0 : 1;
  }
}
