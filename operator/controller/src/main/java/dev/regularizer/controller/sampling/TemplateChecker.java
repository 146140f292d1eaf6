package dev.regularizer.controller.sampling;

import dev.regularizer.controller.observe.NameConflicts;
import dev.regularizer.controller.observe.Seen;
import dev.regularizer.controller.wire.RevisionContent;
import dev.regularizer.controller.workload.WorkloadRenderer;
import dev.regularizer.core.effect.Request;
import dev.regularizer.core.observe.TemplateCheck;
import dev.regularizer.core.spec.ModelKey;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the API server say what it thinks of a pod template, by a dry run that leaves nothing. */
public final class TemplateChecker {
  private static final Logger log = LoggerFactory.getLogger(TemplateChecker.class);
  private static final Duration REPEAT = Duration.ofSeconds(60);

  private final KubernetesClient client;
  private final WorkloadRenderer renderer;
  private final Mailbox mailbox;
  private final Consumer<ModelKey> wake;
  private final ExecutorService threads;
  private final InstantSource clock;
  private final NameCheck names;
  private final Set<ModelKey> underWay = ConcurrentHashMap.newKeySet();
  private final Map<ModelKey, Last> refused = new ConcurrentHashMap<>();

  private record Last(Request.CheckTemplate request, Instant at) {}

  public TemplateChecker(
      KubernetesClient client,
      Mailbox mailbox,
      Consumer<ModelKey> wake,
      ExecutorService threads,
      InstantSource clock,
      NameConflicts conflicts) {
    this.client = client;
    this.renderer = new WorkloadRenderer(client.getKubernetesSerialization());
    this.mailbox = mailbox;
    this.wake = wake;
    this.threads = threads;
    this.clock = clock;
    this.names = new NameCheck(client, conflicts);
  }

  /** Starts a dry run, unless one is under way. */
  void check(Seen seen, Request.CheckTemplate request) {
    if (!underWay.add(seen.key())) {
      return;
    }
    threads.execute(() -> {
      try {
        if (namesTaken(seen)) {
          wake.accept(seen.key());
        }
        dryRun(seen, request).ifPresent(check -> deliver(seen.key(), request, check));
      } finally {
        underWay.remove(seen.key());
      }
    });
  }

  /** What was refused may pass later: an admission policy is no part of the spec. */
  void repeatRefused(Seen seen) {
    var last = refused.get(seen.key());
    if (last != null && clock.instant().isAfter(last.at().plus(REPEAT))) {
      check(seen, last.request());
    }
  }

  /** The model is gone. */
  public void forget(ModelKey model) {
    refused.remove(model);
  }

  private void deliver(ModelKey model, Request.CheckTemplate request, TemplateCheck check) {
    if (check.accepted()) {
      refused.remove(model);
    } else {
      refused.put(model, new Last(request, clock.instant()));
    }
    if (!check.equals(mailbox.check(model))) {
      mailbox.put(model, check);
      wake.accept(model);
    }
  }

  private boolean namesTaken(Seen seen) {
    try {
      return names.findsTaken(seen);
    } catch (KubernetesClientException unanswered) {
      log.warn("names of {} could not be checked: status {}", seen.key(), unanswered.getCode());
      return false;
    }
  }

  /** Empty when the API server had no opinion, because it did not answer. */
  private Optional<TemplateCheck> dryRun(Seen seen, Request.CheckTemplate request) {
    try {
      var deployment = deployment(seen, request.revision(), seen.parsed().revision());
      var refusal =
          refusal(deployment)
              .or(() -> refusal(pod(deployment)).filter(it -> !it.contains("exceeded quota")));
      return Optional.of(
          new TemplateCheck(request.sha256(), refusal.isEmpty(), refusal.orElse("")));
    } catch (IllegalArgumentException unreadable) {
      return Optional.of(
          new TemplateCheck(
              request.sha256(), false, "it is no pod template: " + firstLine(unreadable)));
    } catch (KubernetesClientException unanswered) {
      log.warn(
          "the pod template of {} could not be checked: status {}",
          seen.key(),
          unanswered.getCode());
      return Optional.empty();
    }
  }

  private Optional<String> refusal(HasMetadata object) {
    try {
      client
          .resource(object)
          .dryRun()
          .fieldValidation(FieldValidateable.Validation.STRICT)
          .create();
      return Optional.empty();
    } catch (KubernetesClientException refusal) {
      var code = refusal.getCode();
      if (code == HttpURLConnection.HTTP_CONFLICT) {
        return Optional.empty();
      }
      if (code < 400 || code >= 500 || code == 429 || code == HttpURLConnection.HTTP_UNAUTHORIZED) {
        throw refusal;
      }
      return Optional.of(
          refusal.getStatus() == null
              ? "status " + code
              : String.valueOf(refusal.getStatus().getMessage()));
    }
  }

  private Deployment deployment(Seen seen, String name, RevisionContent content) {
    return renderer.deployment(
        content.template(seen.key(), name),
        1,
        seen.parsed().spec().progressDeadline(),
        seen.owner());
  }

  private static Pod pod(Deployment deployment) {
    PodTemplateSpec template = deployment.getSpec().getTemplate();
    return new PodBuilder()
        .withMetadata(
            template
                .getMetadata()
                .edit()
                .withName(deployment.getMetadata().getName())
                .withNamespace(deployment.getMetadata().getNamespace())
                .build())
        .withSpec(template.getSpec())
        .build();
  }

  private static String firstLine(IllegalArgumentException unreadable) {
    return String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
  }
}
