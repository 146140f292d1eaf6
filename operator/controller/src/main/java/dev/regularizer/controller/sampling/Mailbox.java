package dev.regularizer.controller.sampling;

import dev.regularizer.core.observe.HistoryAnswer;
import dev.regularizer.core.observe.Look;
import dev.regularizer.core.observe.TemplateCheck;
import dev.regularizer.core.spec.ModelKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Answers on their way to the next pass. Losing one costs asking again, nothing else. */
public final class Mailbox {
  private final Map<ModelKey, Look> looks = new ConcurrentHashMap<>();
  private final Map<ModelKey, HistoryAnswer> histories = new ConcurrentHashMap<>();
  private final Map<ModelKey, TemplateCheck> checks = new ConcurrentHashMap<>();

  /** Leaves the samples of a model; an older answer is dropped. */
  public void put(ModelKey model, Look look) {
    looks.put(model, look);
  }

  /** Takes the samples out: they are used by one pass at most. */
  public @Nullable Look takeLook(ModelKey model) {
    return looks.remove(model);
  }

  public void put(ModelKey model, HistoryAnswer answer) {
    histories.put(model, answer);
  }

  /** What was last read of stable's history; it stays until there is another one. */
  public @Nullable HistoryAnswer history(ModelKey model) {
    return histories.get(model);
  }

  public void put(ModelKey model, TemplateCheck check) {
    checks.put(model, check);
  }

  /** The last dry run; it stays until there is another one. */
  public @Nullable TemplateCheck check(ModelKey model) {
    return checks.get(model);
  }

  /** The model is gone. */
  public void forget(ModelKey model) {
    looks.remove(model);
    checks.remove(model);
    histories.remove(model);
  }
}
