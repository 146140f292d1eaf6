package dev.regularizer.controller.cache;

import dev.regularizer.crds.ModelRevision;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;

/** One cache per kind. */
public record Caches(
    ModelCache models,
    ObjectCache<ModelRevision> revisions,
    ObjectCache<Deployment> deployments,
    ObjectCache<Service> services,
    ObjectCache<ConfigMap> configMaps,
    ObjectCache<HTTPRoute> routes,
    ObjectCache<Pod> pods) {}
