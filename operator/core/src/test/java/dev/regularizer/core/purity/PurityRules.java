package dev.regularizer.core.purity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the core may name, and why not the rest. */
final class PurityRules {
  /**
   * Everything that is not in one of these packages is refused, so new dangers need no new rule.
   */
  private static final Set<String> PACKAGES =
      Set.of(
          "java.lang",
          "java.lang.annotation",
          "java.lang.invoke",
          "java.lang.runtime",
          "java.math",
          "java.nio.charset",
          "java.security",
          "java.time",
          "java.time.temporal",
          "java.util",
          "java.util.function",
          "java.util.regex",
          "java.util.stream",
          "org.jspecify.annotations");

  private static final String OURS = "dev.regularizer.core";

  private static final Set<String> CHANCE =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.UUID",
          "java.security.SecureRandom");

  private static final Set<String> ENVIRONMENT =
      Set.of(
          "java.lang.Thread",
          "java.lang.ThreadLocal",
          "java.lang.InheritableThreadLocal",
          "java.lang.Runtime",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle",
          "java.lang.ClassLoader",
          "java.lang.Module",
          "java.lang.StackWalker",
          "java.lang.IO",
          "java.util.Timer",
          "java.util.TimerTask",
          "java.util.Scanner",
          "java.util.ServiceLoader",
          "java.util.TimeZone",
          "java.util.Currency",
          "java.util.ResourceBundle");

  /** Arithmetic that every machine does alike; the rest of Math may differ in the last bit. */
  private static final Set<String> EXACT_MATH =
      Set.of(
          "abs",
          "min",
          "max",
          "clamp",
          "floor",
          "ceil",
          "rint",
          "round",
          "sqrt",
          "fma",
          "signum",
          "floorDiv",
          "floorMod",
          "ceilDiv",
          "addExact",
          "subtractExact",
          "multiplyExact",
          "negateExact",
          "incrementExact",
          "decrementExact",
          "toIntExact",
          "multiplyHigh",
          "ulp",
          "nextUp",
          "nextDown",
          "scalb",
          "copySign",
          "getExponent");

  /** Named by the compiler for lambdas; says nothing about I/O. */
  private static final String SERIALIZABLE = "java.io.Serializable";

  /** Conversions that follow the default locale; %s of a number does not. */
  private static final Pattern LOCALISED = Pattern.compile("%[,0(+]*\\d*(\\.\\d+)?[dfeEgGaAt]");

  private PurityRules() {}

  /** Everything that is wrong with a class file. */
  static List<String> violations(byte[] classFile) {
    var references = ClassScanner.scan(classFile);
    var violations = new ArrayList<String>();
    references.forEach(it -> violation(it).ifPresent(violations::add));
    if (references.stream().anyMatch(PurityRules::formatsInDefaultLocale)) {
      ClassScanner.texts(classFile).stream()
          .filter(text -> LOCALISED.matcher(text).find())
          .map(text ->
              "\"" + text + "\": write numbers with %s, the rest follows the default locale")
          .forEach(violations::add);
    }
    return violations;
  }

  private static Optional<String> violation(Reference reference) {
    if (isOurs(reference.packageName()) || reference.isTo(SERIALIZABLE)) {
      return Optional.empty();
    }
    if (!PACKAGES.contains(reference.packageName())) {
      return Optional.of(reference + ": the core knows only itself and a few packages of the JDK");
    }
    return reason(reference).map(it -> reference + ": " + it);
  }

  private static boolean isOurs(String packageName) {
    return packageName.equals(OURS) || packageName.startsWith(OURS + ".");
  }

  private static Optional<String> reason(Reference reference) {
    if (isClock(reference)) {
      return Optional.of("no clock, 'now' is an argument");
    }
    if (CHANCE.contains(reference.owner()) || isMember(reference, "java.lang.Math", "random")) {
      return Optional.of("no chance, the same samples give the same decision");
    }
    if (ENVIRONMENT.contains(reference.owner()) || isAmbient(reference)) {
      return Optional.of("no environment, threads or I/O");
    }
    if (reference.isTo("java.lang.Math")
        && isNamed(reference)
        && !EXACT_MATH.contains(reference.member())) {
      return Optional.of("use StrictMath, Math differs between machines");
    }
    return Optional.empty();
  }

  private static boolean isClock(Reference reference) {
    boolean time = reference.packageName().equals("java.time");
    return reference.isTo("java.time.Clock")
        || reference.isTo("java.time.InstantSource")
        || (time && reference.member().equals("now"))
        || reference.isTo("java.util.Date")
        || reference.isTo("java.util.Calendar");
  }

  /** What reads a setting of the process or writes to it without looking so. */
  private static boolean isAmbient(Reference reference) {
    return switch (reference.owner()) {
      case "java.lang.System" -> isNamed(reference) && !reference.member().equals("arraycopy");
      case "java.time.ZoneId" -> reference.member().equals("systemDefault");
      case "java.nio.charset.Charset" -> reference.member().equals("defaultCharset");
      case "java.util.Locale" -> reference.member().equals("getDefault");
      case "java.lang.Integer", "java.lang.Long", "java.lang.Boolean" ->
          Set.of("getInteger", "getLong", "getBoolean").contains(reference.member());
      case "java.lang.String" ->
          Set.of("toLowerCase", "toUpperCase", "getBytes").contains(reference.member())
              && reference.descriptor().startsWith("()");
      // An inherited member is named with the class it is called on: any exception.
      default -> reference.member().equals("printStackTrace");
    };
  }

  private static boolean formatsInDefaultLocale(Reference reference) {
    return isMember(reference, "java.lang.String", "formatted")
        || (isMember(reference, "java.lang.String", "format")
            && reference.descriptor().startsWith("(Ljava/lang/String;"));
  }

  private static boolean isMember(Reference reference, String owner, String member) {
    return reference.isTo(owner) && reference.member().equals(member);
  }

  private static boolean isNamed(Reference reference) {
    return !reference.member().isEmpty();
  }
}
