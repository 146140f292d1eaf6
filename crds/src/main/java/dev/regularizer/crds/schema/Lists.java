package dev.regularizer.crds.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists as they come from JSON. */
public final class Lists {
  private Lists() {}

  /** An immutable copy; absent is empty. */
  public static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
