/** What the sample servers share of their HTTP side. */
@NullMarked
package dev.regularizer.samples.http;

import org.jspecify.annotations.NullMarked;
