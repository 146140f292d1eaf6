package dev.regularizer.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.spec.ModelKey;
import org.junit.jupiter.api.Test;

class HasteTest {
  private static final ModelKey MODEL = new ModelKey("vision", "ic");

  @Test
  void aModelThatNeverSettlesIsSlowedDown() {
    var haste = new Haste();
    for (int i = 0; i < 20; i++) {
      assertThat(haste.afterChange(MODEL)).isZero();
    }
    assertThat(haste.afterChange(MODEL)).isPositive();
    assertThat(haste.afterChange(new ModelKey("vision", "other"))).isZero();
    haste.settled(MODEL);
    assertThat(haste.afterChange(MODEL)).isZero();
  }
}
