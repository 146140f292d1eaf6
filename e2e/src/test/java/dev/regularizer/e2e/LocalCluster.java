package dev.regularizer.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests on the cluster that the kubeconfig names, with the operator installed in it once a run.
 * Each test gets a {@link Playground}: a namespace of its own, which is dumped when the test fails.
 *
 * <p>Another context of the kubeconfig is chosen with the system property `e2e.context`.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("cluster")
@ExtendWith(LocalClusterExtension.class)
public @interface LocalCluster {}
