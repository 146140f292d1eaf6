package dev.regularizer.testkit.explore;

/** Something around the operator that lasts until it is over. */
enum Trouble {
  GATEWAY_REFUSES(1),
  TEMPLATE_REFUSED(2),
  SPEC_REFUSED(4),
  SLI_NOT_SERVED(8),
  NAME_TAKEN(16),
  HOST_TAKEN(32),
  NO_CONNECTION(64),
  /** Pods of the first revision do not become ready. */
  BROKEN_A(128),
  BROKEN_B(256),
  BROKEN_C(512);

  private final int bit;

  Trouble(int bit) {
    this.bit = bit;
  }

  int bit() {
    return bit;
  }

  static Trouble broken(int revision) {
    return switch (revision) {
      case 0 -> BROKEN_A;
      case 1 -> BROKEN_B;
      default -> BROKEN_C;
    };
  }
}
