/** What is known of the cluster without asking it. */
@NullMarked
package dev.regularizer.controller.cache;

import org.jspecify.annotations.NullMarked;
