package dev.regularizer.controller.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Arguments of a command.
 *
 * @param files those without a name
 * @param values of the options that take one
 * @param switches options without a value
 */
record Arguments(List<String> files, Map<String, String> values, Set<String> switches) {

  /**
   * Reads arguments.
   *
   * @param options names of options with a value, such as {@code --samples}
   * @param flags names of options without one
   */
  static Arguments read(List<String> args, Set<String> options, Set<String> flags)
      throws BadInputException {
    var files = new ArrayList<String>();
    var values = new HashMap<String, String>();
    var switches = new HashSet<String>();
    for (int i = 0; i < args.size(); i++) {
      var one = args.get(i);
      if (flags.contains(one)) {
        switches.add(one);
      } else if (options.contains(one)) {
        if (i + 1 == args.size()) {
          throw new BadInputException(one + ": found no value after it; give one");
        }
        if (values.put(one, args.get(++i)) != null) {
          throw new BadInputException(one + ": found twice; allowed is once");
        }
      } else if (one.startsWith("--")) {
        throw new BadInputException(
            "found unknown option " + one + "; allowed are " + allowed(options, flags));
      } else {
        files.add(one);
      }
    }
    return new Arguments(files, values, switches);
  }

  private static String allowed(Set<String> options, Set<String> flags) {
    var all = new ArrayList<>(options);
    all.addAll(flags);
    return String.join(", ", all.stream().sorted().toList());
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option));
  }

  boolean has(String flag) {
    return switches.contains(flag);
  }

  /** The one file the command is about. */
  String file(String what) throws BadInputException {
    if (files.size() != 1) {
      throw new BadInputException(
          "found "
              + (files.isEmpty() ? "no file" : files.size() + " files: " + String.join(" ", files))
              + "; allowed is exactly one, "
              + what
              + ", or - for standard input");
    }
    return files.getFirst();
  }
}
