package dev.regularizer.core.rollout;

import dev.regularizer.core.digest.Digest;
import dev.regularizer.core.digest.RevisionDigest;
import dev.regularizer.core.observe.Observations;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Pointers;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The revision the spec asks for.
 *
 * <p>A spec is compared with each revision by the hash version recorded in that revision, so that a
 * new operator version never sees a change where there is none.
 *
 * @param name of the revision, existing or to be created
 * @param digest of the spec, by the newest hash version unless the revision exists
 * @param revision null when it is not created yet
 */
record Target(String name, Digest digest, @Nullable RevisionRecord revision) {

  static Target of(Observations seen, Pointers pointers) {
    var spec = seen.spec();
    Map<Integer, Digest> byVersion = new HashMap<>();
    var found =
        seen.revisions().stream()
            .filter(one -> RevisionDigest.knows(one.hashVersion()))
            .filter(one ->
                byVersion
                    .computeIfAbsent(
                        one.hashVersion(),
                        version -> RevisionDigest.digest(spec.revision(), version, 0))
                    .sha256()
                    .equals(one.sha256()))
            .min(preference(pointers))
            .orElse(null);
    if (found != null) {
      var digest = RevisionDigest.digest(spec.revision(), found.hashVersion(), found.collision());
      return new Target(found.name(), digest, found);
    }
    return unnamed(seen);
  }

  /** A name no other revision has: a collision of the short hash mixes a counter in. */
  private static Target unnamed(Observations seen) {
    var spec = seen.spec();
    for (int collision = 0; ; collision++) {
      var digest = RevisionDigest.digest(spec.revision(), RevisionDigest.CURRENT, collision);
      var name = spec.key().name() + "-" + digest.suffix();
      if (seen.revisions().stream().noneMatch(one -> one.name().equals(name))) {
        return new Target(name, digest, null);
      }
    }
  }

  /** Of several revisions with one content, the one that is already pointed at, else the newest. */
  private static Comparator<RevisionRecord> preference(Pointers pointers) {
    var stable = pointers.stable();
    var candidate = pointers.candidate();
    return Comparator.<RevisionRecord, Boolean>comparing(
            one -> stable == null || !stable.revision().equals(one.name()))
        .thenComparing(one -> candidate == null || !candidate.revision().equals(one.name()))
        .thenComparing(RevisionRecord::createdAt, Comparator.reverseOrder())
        .thenComparing(RevisionRecord::name);
  }
}
