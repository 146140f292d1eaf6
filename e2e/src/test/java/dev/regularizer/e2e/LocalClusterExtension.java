package dev.regularizer.e2e;

import dev.regularizer.e2e.cluster.Cluster;
import dev.regularizer.e2e.cluster.ClusterOptions;
import dev.regularizer.e2e.cluster.Operator;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the cluster, the operator and a namespace of their own. */
final class LocalClusterExtension implements ParameterResolver, AfterEachCallback {
  private static final Namespace STORE = Namespace.create(LocalClusterExtension.class);
  private static final int LONGEST_NAMESPACE = 50;

  /** The cluster of the run with the operator in it. */
  private record Installation(Cluster cluster, Operator operator) implements AutoCloseable {
    static Installation make() {
      var options =
          Optional.ofNullable(System.getProperty("e2e.context"))
              .map(ClusterOptions.local()::withContext)
              .orElseGet(ClusterOptions::local);
      var cluster = Cluster.connect(options);
      var operator = new Operator(cluster, Repository.root());
      operator.install();
      return new Installation(cluster, operator);
    }

    @Override
    public void close() {
      cluster.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == Playground.class || type == Cluster.class || type == Operator.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var installation =
        context
            .getRoot()
            .getStore(STORE)
            .computeIfAbsent(Installation.class, key -> Installation.make(), Installation.class);
    var type = parameter.getParameter().getType();
    if (type == Cluster.class) {
      return installation.cluster();
    }
    if (type == Operator.class) {
      return installation.operator();
    }
    return context
        .getStore(STORE)
        .computeIfAbsent(
            Playground.class,
            key ->
                Playground.create(installation.cluster(), installation.operator(), name(context)),
            Playground.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    var playground = context.getStore(STORE).get(Playground.class, Playground.class);
    if (playground != null) {
      context.getExecutionException().ifPresent(playground::dump);
      playground.end();
    }
  }

  /** A namespace name that tells the test, made unique by the test's id and the run's process. */
  private static String name(ExtensionContext context) {
    var words =
        (context.getRequiredTestClass().getSimpleName()
                + "-"
                + context.getRequiredTestMethod().getName())
            .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9-]", "");
    var run = ProcessHandle.current().pid();
    var unique = Integer.toHexString((context.getUniqueId() + run).hashCode());
    return words.substring(0, Math.min(words.length(), LONGEST_NAMESPACE)) + "-" + unique;
  }
}
