@NullMarked
package dev.regularizer.controller.workload;

import org.jspecify.annotations.NullMarked;
