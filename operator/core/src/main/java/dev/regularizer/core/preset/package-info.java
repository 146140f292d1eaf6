/** What well-known model servers export, and which SLIs can be counted from it. */
@NullMarked
package dev.regularizer.core.preset;

import org.jspecify.annotations.NullMarked;
