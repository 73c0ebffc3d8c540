package dev.bellwether.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Sends a sample event of an HTTP API to a running instance: signed as GitHub signs it, with the
/// admin's token where the sample has one, and as if it happened now.
final class Sender {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// As long as an HTTP API waits for a function.
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

  /// What the client sets itself.
  private static final Set<String> OWN_HEADERS =
      Set.of("host", "content-length", "connection", "expect", "upgrade", HmacSignature.HEADER);

  private static final String AUTHORIZATION = "authorization";
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?Z");

  private final URI instance;
  private final HmacSignature signature;
  private final String adminToken;
  private final InstantSource clock;

  Sender(URI instance, Settings settings) {
    this.instance = instance;
    this.signature = new HmacSignature(settings.webhookSecret());
    this.adminToken = settings.adminToken();
    this.clock = settings.clock();
  }

  /// Sends a file and prints the answer.
  ///
  /// @return whether it was taken
  /// @throws IOException when the file is no such event, or nobody answers; it says which
  boolean send(Path file, PrintStream out) throws IOException, InterruptedException {
    var request = request(JSON.readTree(Files.readString(file)));
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());
      out.println(answer.statusCode() + " " + answer.body());
      return answer.statusCode() < 300;
    } catch (ConnectException e) {
      throw new IOException(
          "Nothing answers at %s; start it with mvn -Plocal".formatted(instance), e);
    }
  }

  private HttpRequest request(JsonNode event) throws IOException {
    if (!event.has("rawPath")) {
      throw new IOException("This is no event of an HTTP API: it has no rawPath");
    }
    var body = body(event);
    var request =
        HttpRequest.newBuilder(instance.resolve(event.path("rawPath").asText()))
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(LONGEST_ANSWER)
            .method(
                event.at("/requestContext/http/method").asText("POST"),
                HttpRequest.BodyPublishers.ofByteArray(body));
    event
        .path("headers")
        .forEachEntry(
            (name, value) -> {
              if (name.equalsIgnoreCase(AUTHORIZATION)) {
                request.header(name, "Bearer " + adminToken);
              } else if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, value.asText());
              }
            });
    return request.header(HmacSignature.HEADER, signature.of(body)).build();
  }

  private byte[] body(JsonNode event) {
    var body = event.path("body").asText("");
    return event.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body)
        : asOfNow(body, event).getBytes(StandardCharsets.UTF_8);
  }

  /// Moves the times in a body by as much as the sample is old; else a review of last year's pull
  /// request would be overdue at once.
  private String asOfNow(String body, JsonNode event) {
    var sent = event.at("/requestContext/timeEpoch");
    if (!sent.isNumber()) {
      return body;
    }
    var age = Duration.between(Instant.ofEpochMilli(sent.asLong()), clock.instant());
    var whole = age.truncatedTo(ChronoUnit.SECONDS);
    return TIME.matcher(body)
        .replaceAll(time -> Instant.parse(time.group()).plus(whole).toString());
  }
}
