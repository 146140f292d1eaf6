package dev.regularizer.crds.generate;

import io.fabric8.crdv2.generator.CRDGenerationInfo;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.CustomResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Runs the CRD generator and adds what it has no annotations for. */
final class CrdGeneration {
  private CrdGeneration() {}

  static <S, T> CustomResourceDefinition of(
      Class<? extends CustomResource<S, T>> type, Class<S> spec, Class<T> status) {
    var seen = new ArrayList<CustomResourceDefinition>();
    CRDGenerationInfo info =
        new CRDGenerator()
            .customResourceClasses(List.of(type))
            .forCRDVersions("v1")
            .withParallelGenerationEnabled(false)
            .withPostProcessor(
                new CRDPostProcessor() {
                  @Override
                  public HasMetadata process(HasMetadata crd, String version) {
                    seen.add((CustomResourceDefinition) crd);
                    return crd;
                  }
                })
            .withOutput(new Discarded())
            .detailedGenerate();
    if (info.numberOfGeneratedCRDs() != 1 || seen.size() != 1) {
      throw new IllegalStateException("no CRD generated for " + type);
    }
    return CrdPolish.polish(seen.getFirst(), spec, status);
  }

  private static final class Discarded implements CRDGenerator.CRDOutput<OutputStream> {
    @Override
    public OutputStream outputFor(String name) {
      return new ByteArrayOutputStream();
    }

    @Override
    public URI crdURI(String name) {
      return URI.create("file:///" + name);
    }

    @Override
    public void close() throws IOException {}
  }
}
