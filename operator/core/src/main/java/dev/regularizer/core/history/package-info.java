/** What the windows of stable before an attempt tell: how much counts scatter, and the traffic. */
@NullMarked
package dev.regularizer.core.history;

import org.jspecify.annotations.NullMarked;
