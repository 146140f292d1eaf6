@NullMarked
package dev.regularizer.controller.reconcile;

import org.jspecify.annotations.NullMarked;
