/** What is persisted about models, revisions and attempts. */
@NullMarked
package dev.regularizer.core.state;

import org.jspecify.annotations.NullMarked;
