/** Which fault happens when, as text that can be written down and run again. */
@NullMarked
package dev.regularizer.e2e.faults.plan;

import org.jspecify.annotations.NullMarked;
