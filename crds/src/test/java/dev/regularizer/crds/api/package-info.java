/** What the real API server accepts and refuses, and with which words. */
@NullMarked
package dev.regularizer.crds.api;

import org.jspecify.annotations.NullMarked;
