package dev.regularizer.controller.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How enum constants are spelt on the wire: ROLLED_BACK is RolledBack, RolledBack stays so. */
final class Words {
  private Words() {}

  static String of(Enum<?> constant) {
    var name = constant.name();
    if (!name.equals(name.toUpperCase(Locale.ROOT))) {
      return name;
    }
    return Arrays.stream(name.split("_"))
        .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  /** The constant spelt so. */
  static <E extends Enum<E>> E parse(String word, Class<E> type) {
    for (var constant : type.getEnumConstants()) {
      if (of(constant).equals(word)) {
        return constant;
      }
    }
    throw new UnknownWordException(type.getSimpleName(), word);
  }
}
