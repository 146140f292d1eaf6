package dev.regularizer.testkit.explore;

/**
 * The Service that leads to the stable revision.
 *
 * @param version resourceVersion
 */
record StoredService(long version, String serving) implements Fingerprinted {
  @Override
  public long fingerprint(int tick) {
    return Mix.START.with(serving).value();
  }
}
