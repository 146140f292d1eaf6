package dev.regularizer.controller.command;

import java.util.List;

/** The commands beside running the operator. */
public final class Commands {
  private static final List<String> NAMES = List.of("replay", "backtest", "lint");
  private static final int BAD_INPUT = 2;

  private Commands() {}

  /** Whether arguments name one of them. */
  public static boolean names(List<String> args) {
    return !args.isEmpty() && NAMES.contains(args.getFirst());
  }

  /** Runs a command; the result is the exit code. */
  public static int run(List<String> args, Console console) throws InterruptedException {
    var name = args.getFirst();
    var rest = args.subList(1, args.size());
    if (rest.equals(List.of("--help"))) {
      console.out().println(usage(name));
      return 0;
    }
    try {
      return switch (name) {
        case "replay" -> new ReplayCommand(console).run(rest);
        case "backtest" -> new BacktestCommand(console).run(rest);
        default -> new LintCommand(console).run(rest);
      };
    } catch (BadInputException bad) {
      console.err().println(name + ": " + bad.getMessage());
      return BAD_INPUT;
    }
  }

  private static String usage(String name) {
    return switch (name) {
      case "replay" -> ReplayCommand.USAGE;
      case "backtest" -> BacktestCommand.USAGE;
      default -> LintCommand.USAGE;
    };
  }
}
