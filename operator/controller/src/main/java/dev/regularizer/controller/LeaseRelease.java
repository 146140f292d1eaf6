package dev.regularizer.controller;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the lease back, so that a standby need not wait until it expires. */
final class LeaseRelease {
  private static final Logger log = LoggerFactory.getLogger(LeaseRelease.class);

  private LeaseRelease() {}

  static void release(KubernetesClient client, String namespace, String name, String identity) {
    try {
      var lease = client.resources(Lease.class).inNamespace(namespace).withName(name).get();
      if (lease == null || !identity.equals(lease.getSpec().getHolderIdentity())) {
        return;
      }
      var free =
          lease.edit().editSpec().withHolderIdentity("").withLeaseDurationSeconds(1).endSpec();
      client
          .resource(free.build())
          .lockResourceVersion(lease.getMetadata().getResourceVersion())
          .update();
      log.info("lease {} given back", name);
    } catch (KubernetesClientException kept) {
      log.warn("lease {} not given back: status {}", name, kept.getCode());
    }
  }
}
