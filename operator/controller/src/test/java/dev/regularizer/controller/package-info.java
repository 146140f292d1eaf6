@NullMarked
package dev.regularizer.controller;

import org.jspecify.annotations.NullMarked;
