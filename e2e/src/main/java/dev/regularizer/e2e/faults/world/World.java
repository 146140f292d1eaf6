package dev.regularizer.e2e.faults.world;

import io.fabric8.kubernetes.client.KubernetesClient;

/** Everything around the operators, shared by all namespaces. */
public final class World implements AutoCloseable {
  private final Kubelet kubelet;
  private final Gateway gateway;
  private final Stores stores;
  private final Traffic traffic;
  private final Prometheus prometheus;

  /**
   * Starts it.
   *
   * @param client an administrator's, straight to the API server
   */
  public World(KubernetesClient client) {
    kubelet = new Kubelet(client);
    gateway = new Gateway(client);
    stores = new Stores(client, kubelet::seen, gateway::seen);
    traffic = new Traffic(stores);
    prometheus = new Prometheus(traffic);
  }

  public Stores stores() {
    return stores;
  }

  public Prometheus prometheus() {
    return prometheus;
  }

  @Override
  public void close() {
    prometheus.close();
    traffic.close();
    stores.close();
    gateway.close();
    kubelet.close();
  }
}
