package dev.regularizer.testkit.history;

import dev.regularizer.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects as stored at one moment of a history. */
final class World {
  static final String MODEL_LABEL = "regularizer.dev/model";
  static final String REVISION_LABEL = "regularizer.dev/revision";
  static final String DEPLOYMENTS = "deployments";

  private final Map<ObjectKey, JsonObject> objects = new HashMap<>();

  /** What is stored after a write; empty when the object is gone or unknown. */
  static Optional<JsonObject> after(CommittedWrite write) {
    var held = new Tree(write.stored()).elements("metadata", "finalizers");
    if (write.stored().isEmpty() || (write.deletes() && held.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(write.stored());
  }

  /** A write with what was stored before it; nothing of an object that had the name earlier. */
  Change change(CommittedWrite write, boolean byOperator) {
    var now = after(write).map(Tree::new).orElse(Tree.EMPTY);
    var uid = now.text("metadata", "uid");
    var was =
        find(write.object())
            .filter(old -> uid.isEmpty() || old.text("metadata", "uid").equals(uid))
            .orElse(Tree.EMPTY);
    return new Change(write, was, now, byOperator);
  }

  void apply(CommittedWrite write) {
    var after = after(write);
    if (after.isPresent()) {
      objects.put(write.object(), after.get());
    } else if (write.deletes()) {
      objects.remove(write.object());
    }
  }

  Optional<Tree> find(ObjectKey key) {
    return Optional.ofNullable(objects.get(key)).map(Tree::new);
  }

  Optional<Model> model(ObjectKey key) {
    return find(key).map(tree -> new Model(key, tree));
  }

  Optional<Revision> revision(ObjectKey key) {
    return find(key).map(tree -> new Revision(key, tree));
  }

  /** The model an object belongs to by its label, or that it is. */
  Optional<Model> modelOf(ObjectKey key, Tree object) {
    var name =
        key.resource().equals(Model.RESOURCE)
            ? key.name()
            : object.text("metadata", "labels", MODEL_LABEL);
    return model(key.sibling(Model.RESOURCE, name));
  }

  /** The revision a child belongs to by its label. */
  Optional<Revision> revisionOf(ObjectKey key, Tree object) {
    return object.text("metadata", "labels", REVISION_LABEL).isEmpty()
        ? Optional.empty()
        : revision(key.sibling(Revision.RESOURCE, key.name()));
  }

  /** The revision of a name, in the namespace of a model. */
  Optional<Revision> revision(Model model, String name) {
    return name.isEmpty()
        ? Optional.empty()
        : revision(model.key().sibling(Revision.RESOURCE, name));
  }

  /** The route of a model. */
  Optional<Route> route(Model model) {
    return children(model, Route.RESOURCE).map(entry -> new Route(new Tree(entry))).findFirst();
  }

  Optional<Tree> deployment(Model model, String revision) {
    return find(model.key().sibling(DEPLOYMENTS, revision));
  }

  List<Model> models() {
    return objects.keySet().stream()
        .filter(key -> key.resource().equals(Model.RESOURCE))
        .flatMap(key -> model(key).stream())
        .toList();
  }

  /** Deployments that carry the label of a model. */
  List<Tree> deployments(Model model) {
    return children(model, DEPLOYMENTS).map(Tree::new).toList();
  }

  private Stream<JsonObject> children(Model model, String resource) {
    return objects.entrySet().stream()
        .filter(entry -> entry.getKey().resource().equals(resource))
        .filter(entry -> entry.getKey().namespace().equals(model.key().namespace()))
        .filter(entry ->
            new Tree(entry.getValue())
                .text("metadata", "labels", MODEL_LABEL)
                .equals(model.key().name()))
        .map(Map.Entry::getValue);
  }
}
