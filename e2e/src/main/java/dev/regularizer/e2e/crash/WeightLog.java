package dev.regularizer.e2e.crash;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every split that the routes of one namespace were ever seen to have, in order. */
public final class WeightLog implements AutoCloseable {
  private final Map<String, List<Map<String, Integer>>> splits = new TreeMap<>();
  private final SharedIndexInformer<GenericKubernetesResource> informer;

  public WeightLog(KubernetesClient client, String namespace) {
    informer =
        client
            .genericKubernetesResources("gateway.networking.k8s.io/v1", "HTTPRoute")
            .inNamespace(namespace)
            .inform(
                new ResourceEventHandler<GenericKubernetesResource>() {
                  @Override
                  public void onAdd(GenericKubernetesResource route) {
                    record(route);
                  }

                  @Override
                  public void onUpdate(
                      GenericKubernetesResource old, GenericKubernetesResource route) {
                    record(route);
                  }

                  @Override
                  public void onDelete(GenericKubernetesResource route, boolean unknown) {}
                });
  }

  /** Different splits of a model's route, one after the other: weight by Service name. */
  public synchronized List<Map<String, Integer>> of(String model) {
    return List.copyOf(splits.getOrDefault(model, List.of()));
  }

  /** Different weights that one revision had, one after the other; 0 where it is left out. */
  public List<Integer> weightsOf(String model, String revision) {
    var weights = new ArrayList<Integer>();
    for (var split : of(model)) {
      int weight = split.getOrDefault(revision, 0);
      if (weights.isEmpty() || weights.getLast() != weight) {
        weights.add(weight);
      }
    }
    return List.copyOf(weights);
  }

  private synchronized void record(GenericKubernetesResource route) {
    var model = route.getMetadata().getLabels().get("regularizer.dev/model");
    if (model == null) {
      return;
    }
    var log = splits.computeIfAbsent(model, key -> new ArrayList<>());
    var split = split(route);
    if (log.isEmpty() || !log.getLast().equals(split)) {
      log.add(split);
    }
  }

  /** The weights of the rule that users' requests take: the first one. */
  private static Map<String, Integer> split(GenericKubernetesResource route) {
    List<Map<String, Object>> rules = route.get("spec", "rules");
    var split = new TreeMap<String, Integer>();
    if (rules == null || rules.isEmpty()) {
      return split;
    }
    var first = rules.getFirst();
    if (first.get("backendRefs") instanceof List<?> backends) {
      for (var each : backends) {
        if (each instanceof Map<?, ?> backend
            && backend.get("name") instanceof String name
            && backend.get("weight") instanceof Integer weight) {
          split.put(name, weight);
        }
      }
    }
    return split;
  }

  @Override
  public void close() {
    informer.close();
  }
}
