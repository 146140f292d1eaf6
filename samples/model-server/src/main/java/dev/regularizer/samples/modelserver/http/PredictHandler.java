package dev.regularizer.samples.modelserver.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.regularizer.samples.feedback.Token;
import dev.regularizer.samples.feedback.TokenSigner;
import dev.regularizer.samples.http.Answer;
import dev.regularizer.samples.http.BoundedBody;
import dev.regularizer.samples.modelserver.guard.Guards;
import dev.regularizer.samples.modelserver.guard.Judgement;
import dev.regularizer.samples.modelserver.guard.Predictor;
import dev.regularizer.samples.modelserver.metrics.ServerMetrics;
import dev.regularizer.samples.modelserver.metrics.ServerMetrics.Outcome;
import dev.regularizer.samples.modelserver.model.SoftmaxClassifier;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** POST /v1/predict: class, confidence and a token for the true label. */
public final class PredictHandler implements HttpHandler {
  private static final long SERVER_LIMIT = 1 << 20;
  private static final long DISCARDED = 16 << 20;
  private static final double NANOS = 1e9;

  private final SoftmaxClassifier classifier;
  private final Guards guards;
  private final Predictor predictor;
  private final Identity identity;
  private final TokenSigner signer;
  private final ServerMetrics metrics;
  private final LongSupplier nanoTime;
  private final AtomicLong sequence = new AtomicLong();

  /** Whose predictions these are: model, the revision's hash and a name for this process. */
  public record Identity(String model, String revision, String instance) {}

  /** Serves a classifier with its guards. */
  public PredictHandler(
      SoftmaxClassifier classifier,
      Guards guards,
      Identity identity,
      TokenSigner signer,
      ServerMetrics metrics,
      LongSupplier nanoTime) {
    this.classifier = classifier;
    this.guards = guards;
    this.predictor = new Predictor(classifier, guards);
    this.identity = identity;
    this.signer = signer;
    this.metrics = metrics;
    this.nanoTime = nanoTime;
  }

  private record Result(Outcome outcome, Answer answer) {}

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var start = nanoTime.getAsLong();
    exchange.getResponseHeaders().set(FeedbackHandler.REVISION_HEADER, identity.revision());
    Result result;
    try {
      result = answer(exchange);
    } catch (RuntimeException e) {
      System.getLogger("predict").log(System.Logger.Level.ERROR, "prediction failed", e);
      result = error(500, "the model server failed; see its log");
    }
    // Counted before it is sent: whoever has the answer finds it in the counters.
    metrics.predicted(result.outcome(), (nanoTime.getAsLong() - start) / NANOS);
    result.answer().send(exchange);
  }

  private Result answer(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      return error(405, "use POST");
    }
    var limit = guards.inputLimit().orElse(SERVER_LIMIT);
    var body = new BoundedBody(exchange.getRequestBody(), limit);
    try {
      var request =
          PredictionRequest.read(
              body,
              exchange.getRequestHeaders().getFirst("x-cohort"),
              classifier.pixels(),
              classifier.levels());
      body.transferTo(OutputStream.nullOutputStream());
      return judge(request);
    } catch (BoundedBody.TooLargeException e) {
      body.discard(DISCARDED);
      return tooLarge(e.limit());
    } catch (PredictionRequest.UnreadableException e) {
      body.discard(DISCARDED);
      return error(400, e.reason());
    }
  }

  private Result judge(PredictionRequest request) {
    metrics.computed();
    return switch (predictor.judge(request.pixels())) {
      case Judgement.Served served -> {
        countClipping(served.clipped());
        yield new Result(Outcome.SERVED, served(served, request.cohort()));
      }
      case Judgement.Unsure unsure -> {
        countClipping(unsure.clipped());
        yield rejection(
            422,
            Guards.CONFIDENCE_THRESHOLD,
            "confidence "
                + unsure.confidence().value()
                + " is below the declared minimum "
                + unsure.minimum());
      }
    };
  }

  private Answer served(Judgement.Served served, String cohort) {
    var token =
        new Token(
            identity.model(),
            identity.revision(),
            identity.instance(),
            sequence.getAndIncrement(),
            served.digit(),
            served.confidence(),
            cohort);
    return new Answer(
        200,
        Map.of(
            "class", served.digit(),
            "confidence", served.confidence().value(),
            "token", signer.write(token)));
  }

  /** Only a declared limit is a guard; the server's own bound is no rejection by the model. */
  private Result tooLarge(long limit) {
    var message = "the request has more than " + limit + " bytes";
    return guards.inputLimit().isPresent()
        ? rejection(413, Guards.INPUT_LIMIT, message)
        : error(413, message);
  }

  private Result rejection(int status, String guard, String message) {
    metrics.rejectedBy(guard);
    return new Result(
        Outcome.REJECTED, new Answer(status, Map.of("rejected", guard, "message", message)));
  }

  private static Result error(int status, String message) {
    return new Result(Outcome.ERROR, new Answer(status, Map.of("error", message)));
  }

  private void countClipping(boolean clipped) {
    if (clipped) {
      metrics.clipped();
    }
  }
}
