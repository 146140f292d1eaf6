package dev.regularizer.samples.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** A small JSON document with its HTTP status. */
public record Answer(int status, Map<String, ?> fields) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Sends the answer and ends the exchange. */
  public void send(HttpExchange exchange) throws IOException {
    var body = bytes();
    exchange.getResponseHeaders().set("content-type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private byte[] bytes() throws JsonProcessingException {
    return JSON.writeValueAsBytes(fields);
  }
}
