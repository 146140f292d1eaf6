package dev.regularizer.core.command;

import dev.regularizer.core.problem.Problem;

/** One order: what to do, and to which attempt of which revision. */
public record Command(Verb verb, Token token) {
  /** The annotation that carries it. */
  public static final String ANNOTATION = "regularizer.dev/command";

  /** What the text of the annotation says. */
  public sealed interface Parsed {
    /** An order. */
    record Valid(Command command) implements Parsed {}

    /** Text that is no order, and what would be one. */
    record Bad(Problem problem) implements Parsed {}
  }

  /** Reads `<verb> <hash>.<attempt>.<step>`, spelt exactly so: nothing is guessed. */
  public static Parsed parse(String text) {
    var space = text.indexOf(' ');
    if (space < 0) {
      return bad(text, "<verb> <token>, such as \"abort 7d9f8bxk2c.1.3\"");
    }
    var verb = Verb.find(text.substring(0, space));
    if (verb.isEmpty()) {
      return bad(text.substring(0, space), "a verb: " + Verb.words());
    }
    var token = Token.find(text.substring(space + 1));
    return token.isEmpty()
        ? bad(
            text.substring(space + 1),
            "a token <hash>.<attempt>.<step> after one space, as status.token shows it")
        : new Parsed.Valid(new Command(verb.get(), token.get()));
  }

  private static Parsed bad(String found, String allowed) {
    return new Parsed.Bad(
        new Problem(
            "metadata.annotations[" + ANNOTATION + "]",
            Problem.quote(CommandRecord.printable(found)),
            allowed,
            "set the annotation to one that is"));
  }
}
