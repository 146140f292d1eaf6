package dev.regularizer.controller.sampling;

import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.counting.ArmSelector;
import dev.regularizer.core.counting.Expression;
import dev.regularizer.core.counting.RawSeries;
import dev.regularizer.core.effect.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the expressions of a policy about the revision that is judged. What one of them does,
 * refusing or not ending, concerns its SLI alone: the others are judged by samples, which are there
 * already. One that is not answered costs its timeout; no other is asked after it by the same
 * reader, or several would hold the samples back as often.
 */
final class ExpressionReader {
  private final PrometheusClient client;
  private boolean answers = true;

  ExpressionReader(PrometheusClient client) {
    this.client = client;
  }

  /** The numbers of all expressions at the ends of the windows a request is for. */
  List<RawSeries> read(Request.Samples request, String namespace) throws InterruptedException {
    var all = new ArrayList<RawSeries>();
    var arm = ArmSelector.pods(namespace, request.revisions().getFirst());
    var window = request.policy().window();
    for (var sli : request.policy().slis()) {
      if (sli.kind() instanceof SliKind.Query(var template, _, _)) {
        var query =
            new ExpressionQuery(
                Expression.of(template, arm, window),
                request.cursor().plus(window),
                request.end(),
                window);
        var reply =
            answers
                ? client.query(query, ResponseParser::parseExpression)
                : new PrometheusClient.Reply.Failure<ResponseParser.Answer>(
                    "not asked, for an expression before it was not answered");
        answers &= !(reply instanceof PrometheusClient.Reply.Failure<ResponseParser.Answer>);
        all.addAll(series(query, reply));
      }
    }
    return all;
  }

  private static List<RawSeries> series(
      ExpressionQuery query, PrometheusClient.Reply<ResponseParser.Answer> reply) {
    return switch (reply) {
      case PrometheusClient.Reply.Body<ResponseParser.Answer>(var answer, _)
          when answer.warnings() == 0 ->
          query.expression().answered(answer.matrix().series());
      case PrometheusClient.Reply.Body<ResponseParser.Answer>(var answer, _) ->
          refused(query, "answered with " + answer.warnings() + " warnings");
      case PrometheusClient.Reply.TooLarge<ResponseParser.Answer> _ ->
          refused(query, "answered with more than 16 MiB");
      case PrometheusClient.Reply.Refused<ResponseParser.Answer>(var detail) ->
          refused(query, detail);
      case PrometheusClient.Reply.Failure<ResponseParser.Answer>(var detail) ->
          refused(query, detail);
    };
  }

  private static List<RawSeries> refused(ExpressionQuery query, String why) {
    return List.of(query.expression().refused(why, query.ends()));
  }
}
