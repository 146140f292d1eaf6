package dev.regularizer.e2e.crash;

import dev.regularizer.e2e.cluster.Cluster;
import dev.regularizer.e2e.cluster.Operator;
import dev.regularizer.e2e.crash.KillPlan.Kill;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Watches the models of one namespace and kills the operator as a plan says. */
public final class Killer implements AutoCloseable {
  private final OperatorProcess process;
  private final List<Kill> left;
  private final List<Kill> done = new ArrayList<>();
  private final List<ScheduledFuture<?>> pending = new ArrayList<>();
  private final Map<String, String> phases = new HashMap<>();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final SharedIndexInformer<GenericKubernetesResource> informer;

  public Killer(Cluster cluster, Operator operator, String namespace, KillPlan plan) {
    this.process = new OperatorProcess(operator);
    this.left = new ArrayList<>(plan.kills());
    this.informer =
        cluster
            .client()
            .genericKubernetesResources("regularizer.dev/v1alpha1", "RegularizedModel")
            .inNamespace(namespace)
            .inform(
                new ResourceEventHandler<GenericKubernetesResource>() {
                  @Override
                  public void onAdd(GenericKubernetesResource model) {
                    seen(model);
                  }

                  @Override
                  public void onUpdate(
                      GenericKubernetesResource old, GenericKubernetesResource model) {
                    seen(model);
                  }

                  @Override
                  public void onDelete(GenericKubernetesResource model, boolean unknown) {}
                });
  }

  /** The kills that met a running process. */
  public synchronized List<Kill> done() {
    return List.copyOf(done);
  }

  /** The kills whose phase has not been seen since they were due. */
  public synchronized List<Kill> left() {
    return List.copyOf(left);
  }

  private synchronized void seen(GenericKubernetesResource model) {
    String phase = model.get("status", "phase");
    if (phase == null || phase.equals(phases.put(model.getMetadata().getName(), phase))) {
      return;
    }
    for (var kill : left) {
      if (kill.phase().equals(phase)) {
        left.remove(kill);
        pending.add(
            timer.schedule(() -> strike(kill), kill.moment().toMillis(), TimeUnit.MILLISECONDS));
        return;
      }
    }
  }

  /** A kill that finds no running process, because the last one is not over, stays due. */
  private void strike(Kill kill) {
    int victims = process.kill();
    synchronized (this) {
      (victims == 0 ? left : done).add(kill);
    }
  }

  @Override
  public void close() {
    informer.close();
    timer.close();
    for (var each : pending) {
      if (each.state() == Future.State.FAILED) {
        throw new IllegalStateException("a kill failed", each.exceptionNow());
      }
    }
  }
}
