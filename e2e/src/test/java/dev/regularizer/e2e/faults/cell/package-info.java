@NullMarked
package dev.regularizer.e2e.faults.cell;

import org.jspecify.annotations.NullMarked;
