package dev.regularizer.controller.command;

import java.util.List;
import java.util.Set;

/** The commands beside running the operator. */
public final class Commands {
  private static final Set<String> NAMES = Set.of("replay", "backtest");
  private static final int BAD_INPUT = 2;

  private Commands() {}

  /** Whether arguments name one of them. */
  public static boolean names(List<String> args) {
    return !args.isEmpty() && NAMES.contains(args.getFirst());
  }

  /** Runs a command; the result is the exit code. */
  public static int run(List<String> args, Console console) throws InterruptedException {
    var replay = args.getFirst().equals("replay");
    var rest = args.subList(1, args.size());
    if (rest.equals(List.of("--help"))) {
      console.out().println(replay ? ReplayCommand.USAGE : BacktestCommand.USAGE);
      return 0;
    }
    try {
      return replay ? new ReplayCommand(console).run(rest) : new BacktestCommand(console).run(rest);
    } catch (BadInputException bad) {
      console.err().println(args.getFirst() + ": " + bad.getMessage());
      return BAD_INPUT;
    }
  }
}
