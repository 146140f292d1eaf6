/** What is served: the model file, the revision file and the classifier. */
@NullMarked
package dev.regularizer.samples.modelserver.model;

import org.jspecify.annotations.NullMarked;
