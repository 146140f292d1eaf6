@NullMarked
package dev.regularizer.e2e.faults.plan;

import org.jspecify.annotations.NullMarked;
