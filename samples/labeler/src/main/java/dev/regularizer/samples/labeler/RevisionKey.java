package dev.regularizer.samples.labeler;

/**
 * A revision whose predictions are labelled.
 *
 * @param model name of the RegularizedModel
 * @param revision the revision's hash
 */
record RevisionKey(String model, String revision) {}
