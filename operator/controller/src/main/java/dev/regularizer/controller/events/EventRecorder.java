package dev.regularizer.controller.events;

import dev.regularizer.core.effect.Effect;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes an Event per decision. Its name follows from the decision, so a repeated pass, or another
 * process, writes none; and no rollout ever waits for an Event.
 */
public final class EventRecorder {
  private static final Logger log = LoggerFactory.getLogger(EventRecorder.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final int LONGEST_NOTE = 1024;
  private static final String CONTROLLER = "regularizer.dev/operator";

  private final KubernetesClient client;
  private final InstantSource clock;
  private final String instance;

  /**
   * A recorder.
   *
   * @param instance name of this process, for people
   */
  public EventRecorder(KubernetesClient client, InstantSource clock, String instance) {
    this.client = client;
    this.clock = clock;
    this.instance = instance;
  }

  /** Writes the Event of a decision about a model. */
  public void emit(HasMetadata model, Effect.Emit emit) {
    try {
      client.resource(event(model, emit)).create();
    } catch (KubernetesClientException refused) {
      if (refused.getCode() != HttpURLConnection.HTTP_CONFLICT) {
        log.warn("Event {} not written: status {}", emit.reason(), refused.getCode());
      }
    }
  }

  private Event event(HasMetadata model, Effect.Emit emit) {
    var metadata = model.getMetadata();
    return new EventBuilder()
        .withNewMetadata()
        .withName(metadata.getName() + "." + id(metadata.getUid(), emit))
        .withNamespace(metadata.getNamespace())
        .endMetadata()
        .withEventTime(new MicroTime(TIME.format(clock.instant())))
        .withReportingController(CONTROLLER)
        .withReportingInstance(instance)
        .withAction(emit.reason())
        .withReason(emit.reason())
        .withType(emit.warning() ? "Warning" : "Normal")
        .withNote(shortened(emit.message()))
        .withRegarding(
            new ObjectReferenceBuilder()
                .withApiVersion(model.getApiVersion())
                .withKind(model.getKind())
                .withNamespace(metadata.getNamespace())
                .withName(metadata.getName())
                .withUid(metadata.getUid())
                .build())
        .build();
  }

  private static String id(String uid, Effect.Emit emit) {
    var text = uid + "/" + emit.reason() + "/" + emit.key();
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "")
        .substring(0, 16);
  }

  private static String shortened(String note) {
    return note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE - 1) + "…";
  }
}
