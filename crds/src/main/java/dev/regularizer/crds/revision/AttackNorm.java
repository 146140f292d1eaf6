package dev.regularizer.crds.revision;

/** Norm that bounds an adversarial perturbation. */
public enum AttackNorm {
  L1,
  L2,
  LInf
}
