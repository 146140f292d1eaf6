package dev.regularizer.testkit.history;

import java.util.Optional;

/**
 * A write with what it changed.
 *
 * @param was what was stored before; empty for a new object or one not known
 * @param now what is stored after; empty when it is gone
 * @param byOperator whether the operator wrote it
 */
record Change(CommittedWrite write, Tree was, Tree now, boolean byOperator) {

  ObjectKey key() {
    return write.object();
  }

  boolean of(String resource) {
    return key().resource().equals(resource);
  }

  /** An operator's write of the object itself, not of a subresource. */
  boolean applies(String resource) {
    return byOperator && of(resource) && write.subresource().isEmpty();
  }

  /** The object's last known content. */
  Tree known() {
    return now.json().isEmpty() ? was : now;
  }

  Optional<Model> modelWas() {
    return of(Model.RESOURCE) && !was.json().isEmpty()
        ? Optional.of(new Model(key(), was))
        : Optional.empty();
  }

  Optional<Model> modelNow() {
    return of(Model.RESOURCE) && !now.json().isEmpty()
        ? Optional.of(new Model(key(), now))
        : Optional.empty();
  }

  Optional<Revision> revisionWas() {
    return of(Revision.RESOURCE) && !was.json().isEmpty()
        ? Optional.of(new Revision(key(), was))
        : Optional.empty();
  }

  Optional<Revision> revisionNow() {
    return of(Revision.RESOURCE) && !now.json().isEmpty()
        ? Optional.of(new Revision(key(), now))
        : Optional.empty();
  }

  /** An operator's write of a route: what it splits now. */
  Optional<Route> routed() {
    return applies(Route.RESOURCE) && !now.json().isEmpty()
        ? Optional.of(new Route(now))
        : Optional.empty();
  }

  Route routeWas() {
    return new Route(was);
  }

  /** Whether an operator's write takes pods away from a Deployment or deletes it. */
  boolean shrinks() {
    return applies(World.DEPLOYMENTS)
        && !was.json().isEmpty()
        && now.number("spec", "replicas") < was.number("spec", "replicas");
  }
}
