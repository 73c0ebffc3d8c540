package dev.bellwether.local.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Speaks to a running system as GitHub, as an admin, and as a passer-by.
public final class HttpCalls {
  public static final String WEBHOOK_SECRET = "development";
  public static final String ADMIN_TOKEN = "the-admin-token-of-tests";

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI system;

  /// Speaks to the system at an address.
  public HttpCalls(URI system) {
    this.system = system;
  }

  /// Posts a webhook as GitHub does.
  public HttpResponse<String> webhook(String event, String delivery, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(system.resolve("/webhooks/github"))
            .header("content-type", "application/json")
            .header("x-github-event", event)
            .header("x-github-delivery", delivery)
            .header("x-hub-signature-256", "sha256=" + signature(body))
            .POST(BodyPublishers.ofString(body));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /// Posts a webhook as another source does, by the same secret.
  public HttpResponse<String> inbound(String source, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(system.resolve("/webhooks/" + source))
            .header("content-type", "application/json")
            .header("x-signature-256", signature(body))
            .POST(BodyPublishers.ofString(body));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /// Calls the management API as the admin and reads the answer.
  ///
  /// @throws AssertionError when it is not a success
  public JsonNode api(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(system.resolve(path))
            .header("authorization", "Bearer " + ADMIN_TOKEN)
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    var response = client.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new AssertionError("%s %s: %s".formatted(method, path, response.body()));
    }
    return response.body().isEmpty() ? JSON.missingNode() : JSON.readTree(response.body());
  }

  /// Reads from the management API.
  public JsonNode get(String path) throws IOException, InterruptedException {
    return api("GET", path, "");
  }

  /// Gets a page, without credentials.
  public HttpResponse<String> page(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(system.resolve(path)).build(), BodyHandlers.ofString());
  }

  /// Reads a document that needs no credentials.
  public JsonNode json(String path) throws IOException, InterruptedException {
    return JSON.readTree(page(path).body());
  }

  private static String signature(String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
