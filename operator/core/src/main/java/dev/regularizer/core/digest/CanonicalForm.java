package dev.regularizer.core.digest;

import dev.regularizer.core.json.Json;

/** Brings all spellings of one revision to one value. */
@FunctionalInterface
interface CanonicalForm {
  Json of(Json revision);
}
