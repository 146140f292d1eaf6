package dev.regularizer.core.preset;

import dev.regularizer.core.counting.CohortSeries;
import dev.regularizer.core.counting.CostSeries;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.LabelSeries;
import dev.regularizer.core.counting.SeriesSelector;
import java.util.Arrays;
import java.util.Optional;

/** The model server whose series the SLIs are counted from, unless they name others. */
public enum Preset {
  /** A server that keeps the telemetry contract. */
  Native("Native"),
  /** KServe's Python server. */
  KServe("KServe"),
  /** NVIDIA Triton Inference Server. */
  Triton("Triton"),
  /** vLLM's OpenAI-compatible server. */
  VLLM("vLLM"),
  /** Seldon MLServer. */
  MLServer("MLServer"),
  /** BentoML services. */
  BentoML("BentoML");

  private final String word;

  Preset(String word) {
    this.word = word;
  }

  /** The preset with a name. */
  public static Optional<Preset> find(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }

  /** Its name in a spec. */
  public String word() {
    return word;
  }

  /** How its series are known: recorded from a version of the server, or from documentation. */
  public String known() {
    return series().known();
  }

  /** Predictions that a guard rejected. */
  public Served<EventSeries> rejections() {
    return series().rejections();
  }

  /** Predictions that failed. */
  public Served<EventSeries> errors() {
    return series().errors();
  }

  /** Times to answer in seconds. */
  public Served<SeriesSelector> latency() {
    return series().latency();
  }

  /** Costs of the contract's predictions. */
  public Served<CostSeries> costs() {
    return this == Native
        ? new Served.From<>(CostSeries.CONTRACT)
        : new Served.Missing<>("counts no cost");
  }

  /** Labelled predictions by cohort. */
  public Served<CohortSeries> cohorts() {
    return switch (labels()) {
      case Served.From<LabelSeries> _ -> new Served.From<>(CohortSeries.CONTRACT);
      case Served.Missing<LabelSeries>(var because) -> new Served.Missing<>(because);
    };
  }

  /** Labelled predictions by confidence. */
  public Served<LabelSeries> labels() {
    return series().labels();
  }

  private ServerSeries series() {
    return switch (this) {
      case Native -> Servers.NATIVE;
      case KServe -> Servers.KSERVE;
      case Triton -> Servers.TRITON;
      case VLLM -> Servers.VLLM;
      case MLServer -> Servers.MLSERVER;
      case BentoML -> Servers.BENTOML;
    };
  }
}
