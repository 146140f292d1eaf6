/** What a policy would have done with past samples of a stable revision. */
@NullMarked
package dev.regularizer.core.backtest;

import org.jspecify.annotations.NullMarked;
