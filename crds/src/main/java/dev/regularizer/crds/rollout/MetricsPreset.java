package dev.regularizer.crds.rollout;

/** Model servers whose series are known, spelt as they call themselves. */
public enum MetricsPreset {
  Native,
  KServe,
  Triton,
  vLLM,
  MLServer,
  BentoML
}
