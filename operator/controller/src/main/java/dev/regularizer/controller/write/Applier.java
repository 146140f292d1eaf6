package dev.regularizer.controller.write;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regularizer.controller.cache.ObjectCache;
import dev.regularizer.controller.wire.StoredJson;
import dev.regularizer.controller.workload.Labels;
import dev.regularizer.controller.workload.Owner;
import dev.regularizer.core.json.CanonicalJson;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings one object to its desired state by server-side apply, and does nothing when it is there:
 * an apply that changes nothing costs the API server as much as one that does.
 */
final class Applier {
  private final KubernetesClient client;
  private final WriteMeter meter;

  /** What was compared last, by uid: equal until the object or the wish changes. */
  private final Map<String, Compared> compared = new ConcurrentHashMap<>();

  private record Compared(String resourceVersion, String hash) {}

  Applier(KubernetesClient client, WriteMeter meter) {
    this.client = client;
    this.meter = meter;
  }

  /** How an object is written. */
  enum Mode {
    /** Never changes; the cache keeps its metadata only. */
    CONFIG_MAP,
    /** The Service of a revision. */
    SERVICE,
    /** The pods of a revision: only if it is still the one that was read. */
    DEPLOYMENT,
    /** Where requests go: lists are ours as a whole, and only if it is still what was read. */
    TRAFFIC;

    boolean fenced() {
      return this == DEPLOYMENT || this == TRAFFIC;
    }

    /**
     * Whether the wish may hold fewer fields than before. Such an object is born by apply: what a
     * create sets is never taken back by an apply.
     */
    boolean losesFields() {
      return this == TRAFFIC;
    }

    boolean holds(JsonNode desired, JsonNode actual) {
      return this == CONFIG_MAP
          ? OwnedFields.holds(desired.path("metadata"), actual.path("metadata"), false)
          : OwnedFields.holds(desired, actual, this == TRAFFIC);
    }
  }

  /**
   * Applies what is desired.
   *
   * @param fence asked before anything is written, and only then
   */
  <T extends HasMetadata> void apply(
      T desired, ObjectCache<T> cache, Owner owner, Mode mode, Fence fence)
      throws StaleReadException, NameTakenException {
    var metadata = desired.getMetadata();
    var tree = client.getKubernetesSerialization().convertValue(desired, JsonNode.class);
    var hash = hash(tree);
    var annotations = new HashMap<String, String>();
    if (metadata.getAnnotations() != null) {
      annotations.putAll(metadata.getAnnotations());
    }
    annotations.put(Labels.APPLIED_HASH, hash);
    metadata.setAnnotations(annotations);
    var there = cache.find(metadata.getNamespace(), metadata.getName()).orElse(null);
    if (there == null) {
      fence.check();
      there = create(desired, cache, mode);
      if (there == null) {
        return;
      }
    }
    requireOurs(there, owner);
    if (!isCurrent(there, tree, hash, mode)) {
      fence.check();
      patch(desired, there, cache, mode);
    }
  }

  /** Creates the object; null when that is all, the object when there was one. */
  private <T extends HasMetadata> @Nullable T create(T desired, ObjectCache<T> cache, Mode mode)
      throws StaleReadException {
    if (mode.losesFields()) {
      T found = client.resource(desired).get();
      if (found == null) {
        // Without force: whoever made an object of this name just now keeps it.
        cache.wrote(attempt(desired, false));
      }
      return found;
    }
    try {
      cache.wrote(client.resource(desired).create());
      meter.wrote(desired.getKind(), "create", "changed");
      return null;
    } catch (KubernetesClientException refused) {
      meter.wrote(desired.getKind(), "create", Integer.toString(refused.getCode()));
      if (!Answers.alreadyExists(refused)) {
        throw refused;
      }
      T found = client.resource(desired).get();
      if (found == null) {
        throw new StaleReadException(desired.getKind() + " came and went");
      }
      return found;
    }
  }

  private <T extends HasMetadata> void patch(T desired, T there, ObjectCache<T> cache, Mode mode)
      throws StaleReadException {
    if (mode.fenced()) {
      desired.getMetadata().setResourceVersion(there.getMetadata().getResourceVersion());
    }
    cache.wrote(attempt(desired, true));
  }

  private <T extends HasMetadata> T attempt(T desired, boolean force) throws StaleReadException {
    try {
      var resource = client.resource(desired).fieldManager(Labels.OPERATOR);
      T applied = force ? resource.forceConflicts().serverSideApply() : resource.serverSideApply();
      meter.wrote(desired.getKind(), "apply", "changed");
      return applied;
    } catch (KubernetesClientException refused) {
      meter.wrote(desired.getKind(), "apply", Integer.toString(refused.getCode()));
      if (Answers.conflict(refused)) {
        throw new StaleReadException(desired.getKind() + " " + desired.getMetadata().getName());
      }
      throw refused;
    }
  }

  private boolean isCurrent(HasMetadata there, JsonNode tree, String hash, Mode mode) {
    var now = new Compared(there.getMetadata().getResourceVersion(), hash);
    var uid = there.getMetadata().getUid();
    if (now.equals(compared.get(uid))) {
      return true;
    }
    var annotations = there.getMetadata().getAnnotations();
    var actual = client.getKubernetesSerialization().convertValue(there, JsonNode.class);
    if (annotations == null
        || !Objects.equals(annotations.get(Labels.APPLIED_HASH), hash)
        || !mode.holds(tree, actual)) {
      return false;
    }
    compared.put(uid, now);
    return true;
  }

  static void requireOurs(HasMetadata there, Owner owner) throws NameTakenException {
    if (!owner.owns(there) && !owner.mayAdopt(there)) {
      throw new NameTakenException(there);
    }
  }

  /** The object is gone. */
  void forget(HasMetadata object) {
    compared.remove(object.getMetadata().getUid());
  }

  private static String hash(JsonNode tree) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      var text = CanonicalJson.write(StoredJson.of(tree));
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
