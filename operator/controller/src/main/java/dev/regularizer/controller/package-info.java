/** The operator's process: wiring, and nothing else. */
@NullMarked
package dev.regularizer.controller;

import org.jspecify.annotations.NullMarked;
