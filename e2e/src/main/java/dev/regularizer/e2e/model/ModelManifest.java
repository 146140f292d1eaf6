package dev.regularizer.e2e.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A manifest of a RegularizedModel: read from a file, changed by copies, printed as YAML. */
public final class ModelManifest {
  private final ObjectNode object;

  private ModelManifest(ObjectNode object) {
    this.object = object;
  }

  /** Reads a YAML file that holds one RegularizedModel. */
  public static ModelManifest read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads YAML that holds one RegularizedModel. */
  public static ModelManifest parse(String yaml) {
    return new ModelManifest(Serialization.unmarshal(yaml, ObjectNode.class));
  }

  /** The same model with another name, and with that name in front of its hostname. */
  public ModelManifest named(String name) {
    var copy = object.deepCopy();
    copy.withObjectProperty("metadata").put("name", name);
    var hostnames = copy.withObject("/spec/traffic/gatewayAPI").withArrayProperty("hostnames");
    var old = hostnames.get(0).asText();
    hostnames.removeAll().add(name + old.substring(old.indexOf('.')));
    return new ModelManifest(copy);
  }

  /** The same manifest with one value replaced or added. */
  public ModelManifest with(String pointer, JsonNode value) {
    var copy = object.deepCopy();
    int slash = pointer.lastIndexOf('/');
    var parent = slash == 0 ? copy : copy.withObject(pointer.substring(0, slash));
    parent.set(pointer.substring(slash + 1), value.deepCopy());
    return new ModelManifest(copy);
  }

  /** The same manifest with one value given as YAML. */
  public ModelManifest with(String pointer, String yaml) {
    // Without the marker, a text that begins with a bracket would be taken for JSON.
    return with(pointer, Serialization.unmarshal("---\n" + yaml, JsonNode.class));
  }

  /** The same model serving what another manifest serves. */
  public ModelManifest serving(ModelManifest other) {
    return with("/spec/revision", other.at("/spec/revision"));
  }

  public JsonNode at(String pointer) {
    return object.at(pointer);
  }

  public String name() {
    return object.at("/metadata/name").asText();
  }

  public String hostname() {
    return object.at("/spec/traffic/gatewayAPI/hostnames/0").asText();
  }

  public String yaml() {
    return Serialization.asYaml(object);
  }
}
