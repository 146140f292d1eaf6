package dev.regularizer.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One tar file that is an OCI image layout and a `docker save` archive at once, so that containerd,
 * Docker, Podman and skopeo all read it and a registry gets the very digest written here.
 *
 * @param reference name and tag
 * @param architecture as OCI names it, e.g. amd64
 * @param layers lowest first
 * @param process the `config` object: entry point, environment, user
 * @param time creation time
 */
record ImageArchive(
    String reference,
    String architecture,
    List<Layer> layers,
    Map<String, Object> process,
    Instant time) {

  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

  /** Writes the archive and returns the digest of the image's manifest. */
  String write(Path file) throws IOException {
    Blob config = Blob.of(Json.render(config()));
    Blob manifest = Blob.of(Json.render(manifest(config)));
    Set<Blob> blobs = new LinkedHashSet<>();
    layers.forEach(layer -> blobs.add(layer.blob()));
    blobs.add(config);
    blobs.add(manifest);
    try (TarWriter tar =
        new TarWriter(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), time)) {
      tar.write(Entry.text("oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}"));
      tar.write(Entry.text("index.json", Json.render(index(manifest))));
      tar.write(Entry.text("manifest.json", Json.render(List.of(dockerManifest(config)))));
      tar.write(Entry.directory("blobs"));
      tar.write(Entry.directory("blobs/sha256"));
      for (Blob blob : blobs) {
        tar.write(new Entry(blob.path(), 0644, blob.content()));
      }
    }
    return "sha256:" + manifest.digest();
  }

  private Map<String, Object> config() {
    List<Object> history = new ArrayList<>();
    layers.forEach(
        layer -> history.add(Map.of("created", time.toString(), "created_by", layer.comment())));
    return Map.of(
        "architecture",
        architecture,
        "os",
        "linux",
        "created",
        time.toString(),
        "config",
        process,
        "rootfs",
        Map.of(
            "type",
            "layers",
            "diff_ids",
            layers.stream().map(l -> "sha256:" + l.diffId()).toList()),
        "history",
        history);
  }

  private Map<String, Object> manifest(Blob config) throws IOException {
    List<Object> descriptors = new ArrayList<>();
    for (Layer layer : layers) {
      descriptors.add(descriptor("application/vnd.oci.image.layer.v1.tar+gzip", layer.blob()));
    }
    return Map.of(
        "schemaVersion",
        2,
        "mediaType",
        MANIFEST,
        "config",
        descriptor("application/vnd.oci.image.config.v1+json", config),
        "layers",
        descriptors);
  }

  private Map<String, Object> index(Blob manifest) throws IOException {
    Map<String, Object> descriptor = new HashMap<>(descriptor(MANIFEST, manifest));
    descriptor.put("platform", Map.of("architecture", architecture, "os", "linux"));
    descriptor.put(
        "annotations",
        Map.of(
            "io.containerd.image.name",
            "docker.io/library/" + reference,
            "org.opencontainers.image.ref.name",
            tag()));
    return Map.of(
        "schemaVersion",
        2,
        "mediaType",
        "application/vnd.oci.image.index.v1+json",
        "manifests",
        List.of(descriptor));
  }

  private Map<String, Object> dockerManifest(Blob config) {
    return Map.of(
        "Config", config.path(),
        "RepoTags", List.of(reference),
        "Layers", layers.stream().map(layer -> layer.blob().path()).toList());
  }

  private String tag() {
    return reference.substring(reference.indexOf(':') + 1);
  }

  private static Map<String, Object> descriptor(String mediaType, Blob blob) throws IOException {
    return Map.of(
        "mediaType", mediaType, "digest", "sha256:" + blob.digest(), "size", blob.content().size());
  }
}
