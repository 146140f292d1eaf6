package dev.regularizer.bench;

import dev.regularizer.core.analysis.RolloutVerdict;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One look in the middle of a trial: one window of all pods, from raw samples to the verdict. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LookBenchmark {
  private final OneLook look = OneLook.inTheMiddleOfATrial();

  /** What is done at every look. */
  @Benchmark
  public RolloutVerdict look() {
    return look.verdict();
  }
}
