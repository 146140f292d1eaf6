package dev.regularizer.controller;

import dev.regularizer.controller.command.Commands;
import dev.regularizer.controller.command.Console;
import dev.regularizer.controller.config.ConfigException;
import dev.regularizer.controller.config.ConfigReader;
import dev.regularizer.controller.config.OperatorConfig;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Command line of the operator. */
public final class Main {
  private static final String USAGE =
      """
      usage: regularizer-operator [--config FILE]   run; FILE defaults to /etc/regularizer-operator/config.yaml
             regularizer-operator --version         print the version
             regularizer-operator probe URL         exit 0 if URL answers with a 2xx status within 3 s
             regularizer-operator replay --help     decide a trial again from its samples
             regularizer-operator backtest --help   try a policy on past traffic
             regularizer-operator lint --help       whether a policy can succeed at a traffic\
      """;

  private Main() {}

  /** Runs until the process is asked to end. */
  public static void main(String[] args) throws InterruptedException {
    var code = run(List.of(args), System.out, System.err);
    if (code != 0) {
      System.exit(code);
    }
  }

  static int run(List<String> args, PrintStream out, PrintStream err) throws InterruptedException {
    return switch (args) {
      case List<String> it when it.equals(List.of("--version")) -> {
        out.println("regularizer-operator " + Version.read());
        yield 0;
      }
      case List<String> it when it.size() == 2 && it.getFirst().equals("probe") ->
          Probe.run(it.getLast(), err);
      case List<String> it when Commands.names(it) ->
          Commands.run(it, new Console(System.in, out, err));
      case List<String> it when it.isEmpty() -> operate(OperatorProcess.DEFAULT_CONFIG, err);
      case List<String> it when it.size() == 2 && it.getFirst().equals("--config") ->
          operate(Path.of(it.getLast()), err);
      default -> {
        err.println("found: " + String.join(" ", args));
        err.println(USAGE);
        yield 2;
      }
    };
  }

  private static int operate(Path file, PrintStream err) throws InterruptedException {
    OperatorConfig config;
    try {
      config = ConfigReader.read(file);
    } catch (ConfigException wrong) {
      err.println(wrong.getMessage());
      return 1;
    }
    // Before the first logger is made: the logging configuration reads it.
    System.setProperty("regularizer.log.level", config.logLevel().name());
    return new OperatorProcess(config, Clock.systemUTC(), Version.read(), System.getenv()).run();
  }
}
