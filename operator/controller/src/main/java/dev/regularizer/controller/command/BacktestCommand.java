package dev.regularizer.controller.command;

import dev.regularizer.controller.sampling.SampleArchive;
import dev.regularizer.core.backtest.Backtest;
import dev.regularizer.core.backtest.History;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.quantity.GoDuration;
import dev.regularizer.core.spec.ModelSpec;
import dev.regularizer.core.spec.TrialPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Tries a policy on the past traffic of a stable revision. */
final class BacktestCommand {
  static final String USAGE =
      """
      usage: backtest MODEL --stable REVISION (--samples FILE | --prometheus URL --from TIME --until TIME)
                      [--namespace NAME] [--scrape-interval 15s] [--harm 0.02] [--runs 200] [--seed 1] [--record FILE] [--json]
        MODEL          YAML of a RegularizedModel with the policy to try; - for standard input
        --stable       name of the ModelRevision whose past traffic is used
        --from --until span of the past, RFC 3339
        --harm         share of good events that go bad in a harmful candidate, one SLI at a time
        --runs --seed  trials of each kind, and the seed of their random numbers
      exit code 0: done; 2: bad input\
      """;
  private static final Set<String> OPTIONS =
      Set.of(
          "--stable",
          "--samples",
          "--prometheus",
          "--from",
          "--until",
          "--namespace",
          "--scrape-interval",
          "--harm",
          "--runs",
          "--seed",
          "--record");
  private static final int MOST_RUNS = 100_000;

  private final Console console;

  BacktestCommand(Console console) {
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
    var samples = samples(arguments, spec, stable, scrapes);
    SampleSource.record(arguments, samples);
    var policy = answered(spec, stable, samples, scrapes);
    var history = History.of(samples, spec.key().namespace(), stable, policy, scrapes);
    if (history.windows().isEmpty()) {
      throw new BadInputException(
          "found no window of "
              + spec.key().namespace()
              + "/"
              + stable
              + " that can be counted ("
              + history.skipped()
              + " could not); give samples of that revision, with at least two scrapes in each"
              + " window of "
              + GoDuration.format(spec.policy().window()));
    }
    var random = new SplittableRandom(number(arguments, "--seed", 1, 0, Long.MAX_VALUE));
    var report =
        Backtest.run(
            policy,
            spec.rollout().steps(),
            spec.rollout().deadline(),
            history,
            (int) number(arguments, "--runs", 200, 1, MOST_RUNS),
            share(arguments),
            random::nextDouble);
    var printer = new BacktestPrinter(console.out(), policy.window());
    if (arguments.has("--json")) {
      printer.json(report);
    } else {
      printer.table(report);
    }
    return 0;
  }

  /** The policy without queries of which the samples say nothing. */
  private TrialPolicy answered(
      ModelSpec spec, String stable, SampleMatrix samples, Duration scrapes) {
    var silent =
        History.of(samples, spec.key().namespace(), stable, spec.policy(), scrapes)
            .unanswered(spec.policy());
    silent.forEach(name ->
        console
            .err()
            .println(
                "backtest: "
                    + name
                    + ": found no answer to its expression among the samples, so it is left out;"
                    + " give --prometheus, which asks for it"));
    return spec.policy()
        .withSlis(
            spec.policy().slis().stream().filter(sli -> !silent.contains(sli.name())).toList());
  }

  private static SampleMatrix samples(
      Arguments arguments, ModelSpec spec, String stable, Duration scrapes)
      throws BadInputException, InterruptedException {
    var file = arguments.value("--samples");
    if (file.isPresent()) {
      return SampleSource.file(file.get());
    }
    var from = Options.instant(arguments, "--from");
    var until = Options.instant(arguments, "--until");
    return SampleSource.prometheus(
        Options.required(arguments, "--prometheus"),
        spec.key().namespace(),
        List.of(stable),
        spec.policy(),
        scrapes,
        from,
        until,
        List.of(new SampleArchive.Span(from, until)));
  }

  private static long number(
      Arguments arguments, String option, long fallback, long least, long most)
      throws BadInputException {
    var text = arguments.value(option).orElse(Long.toString(fallback));
    if (text.matches("\\d{1,18}")) {
      var value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw new BadInputException(
        option + ": found \"" + text + "\"; allowed is a number from " + least + " to " + most);
  }

  private static double share(Arguments arguments) throws BadInputException {
    var text = arguments.value("--harm").orElse("0.02");
    if (text.matches("(0?\\.\\d{1,9}|1(\\.0*)?)")) {
      var value = Double.parseDouble(text);
      if (value > 0) {
        return value;
      }
    }
    throw new BadInputException(
        "--harm: found \"" + text + "\"; allowed is a share above 0 and up to 1, such as 0.02");
  }
}
