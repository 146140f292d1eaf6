@NullMarked
package dev.regularizer.e2e.verdict;

import org.jspecify.annotations.NullMarked;
