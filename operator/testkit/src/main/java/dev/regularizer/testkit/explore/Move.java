package dev.regularizer.testkit.explore;

import java.util.function.UnaryOperator;

/**
 * Something that may happen next.
 *
 * @param text for people
 * @param to the state after it; throws {@link Violation}
 */
record Move(String text, UnaryOperator<World> to) {}
