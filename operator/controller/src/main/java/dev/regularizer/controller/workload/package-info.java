/** How a revision becomes a ConfigMap, a Service and a Deployment. */
@NullMarked
package dev.regularizer.controller.workload;

import org.jspecify.annotations.NullMarked;
