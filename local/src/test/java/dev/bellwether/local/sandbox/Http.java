package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Makes plain HTTP calls, with credentials.
public record Http(URI base) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper MAPPER = new JsonMapper();

  /// An answer.
  public record Answer(int status, String text, HttpResponse<String> raw) {
    /// Reads the body as JSON.
    public JsonNode json() {
      try {
        return MAPPER.readTree(text);
      } catch (IOException e) {
        throw new AssertionError("Not JSON: " + text, e);
      }
    }

    /// Reads a header; empty when absent.
    public String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }
  }

  public Answer get(String path) {
    return call("GET", path, "");
  }

  public Answer post(String path, String body) {
    return call("POST", path, body);
  }

  /// Calls; an apostrophe in the body stands for a quotation mark.
  public Answer call(String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(path.isEmpty() ? base : base.resolve(path))
            .method(method, BodyPublishers.ofString(body.replace('\'', '"')))
            .header("Authorization", "Bearer canary-token-of-the-test")
            .header("Accept", "application/vnd.github+json");
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  public static Answer send(HttpRequest request) {
    try {
      var response = CLIENT.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new AssertionError("No answer from " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }
}
