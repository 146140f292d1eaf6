/** Where the framework ends: event sources, caches, and the one reconciler. */
@NullMarked
package dev.regularizer.controller.reconcile;

import org.jspecify.annotations.NullMarked;
