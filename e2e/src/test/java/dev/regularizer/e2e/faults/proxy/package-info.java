@NullMarked
package dev.regularizer.e2e.faults.proxy;

import org.jspecify.annotations.NullMarked;
