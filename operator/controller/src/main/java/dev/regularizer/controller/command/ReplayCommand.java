package dev.regularizer.controller.command;

import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.replay.Replays;
import java.util.List;
import java.util.Set;

/** Decides the last attempt of a revision again, from its record and its samples. */
final class ReplayCommand {
  static final String USAGE =
      """
      usage: replay REVISION (--samples FILE | --prometheus URL) [--record FILE] [--svg FOLDER] [--looks]
        REVISION       YAML of a ModelRevision, as kubectl get modelrevision NAME -o yaml prints it; - for standard input
        --samples      file of samples, as --record writes it
        --prometheus   address of the Prometheus that measured the attempt
        --record       write the samples that were read
        --svg          write evidence.svg and a reliability diagram per calibration SLI
        --looks        print the evidence of every look
      exit code 0: reproduced bit for bit; 1: differs, or the samples do not reach back; 2: bad input\
      """;
  private static final Set<String> OPTIONS =
      Set.of("--samples", "--prometheus", "--record", "--svg");

  private final Console console;

  ReplayCommand(Console console) {
    this.console = console;
  }

  int run(List<String> args) throws BadInputException, InterruptedException {
    var arguments = Arguments.read(args, OPTIONS, Set.of("--looks"));
    var recorded = RecordedAttempt.read(arguments.file("a ModelRevision"), console.in());
    var samples = samples(arguments, recorded);
    SampleSource.record(arguments, samples);
    var report =
        Replays.replay(
            recorded.namespace(),
            recorded.name(),
            recorded.attempt(),
            recorded.state().transitions(),
            samples);
    if (arguments.value("--svg").isPresent()) {
      Drawings.write(arguments.value("--svg").get(), recorded, report);
    }
    var differences = recorded.differences(report.recomputed());
    new ReplayPrinter(console.out()).print(recorded, report, differences, arguments.has("--looks"));
    return differences.isEmpty() && report.contradictions().isEmpty() ? 0 : 1;
  }

  private static SampleMatrix samples(Arguments arguments, RecordedAttempt recorded)
      throws BadInputException, InterruptedException {
    SampleSource.requireOne(arguments);
    var file = arguments.value("--samples");
    return file.isPresent()
        ? SampleSource.file(file.get())
        : SampleSource.prometheus(Options.required(arguments, "--prometheus"), recorded);
  }
}
