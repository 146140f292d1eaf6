/** A proxy between an operator and its API server that breaks what a plan tells it to. */
@NullMarked
package dev.regularizer.e2e.faults.proxy;

import org.jspecify.annotations.NullMarked;
