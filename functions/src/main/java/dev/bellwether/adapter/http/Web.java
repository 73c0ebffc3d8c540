package dev.bellwether.adapter.http;

import dev.bellwether.domain.execution.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Sends requests to vendors, each once, never waiting longer than a function can.
///
/// Nothing is retried here: a lost answer to a POST may have had its effect, and only the action
/// that sent it knows how to ask.
public final class Web {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(8);

  /// After so long without a request the connections are not trusted: a frozen function does not
  /// hear the other side hang up, and its first POST would be lost.
  private static final Duration IDLE = Duration.ofSeconds(20);

  private final InstantSource clock;
  private final Duration answerTimeout;
  private @Nullable HttpClient client;
  private Instant lastUse = Instant.MIN;

  /// Sends by HTTP/1.1 with the standard timeouts.
  public Web(InstantSource clock) {
    this(clock, ANSWER_TIMEOUT);
  }

  Web(InstantSource clock, Duration answerTimeout) {
    this.clock = clock;
    this.answerTimeout = answerTimeout;
  }

  /// Sends a request.
  ///
  /// @param asked names the request in reasons: `POST /repos/octo/hello/issues`; nothing secret
  /// @return the answer, with a status below 300
  /// @throws Refused when it has another, or there is none
  public HttpResponse<byte[]> send(Vendor vendor, String asked, HttpRequest.Builder request) {
    return send(vendor, asked, request, 300);
  }

  /// Sends a request for somebody who goes where a redirect points, or knows that nothing changed.
  ///
  /// @return the answer, with a status below 400
  /// @throws Refused when it has another, or there is none
  public HttpResponse<byte[]> sendOrRedirect(
      Vendor vendor, String asked, HttpRequest.Builder request) {
    return send(vendor, asked, request, 400);
  }

  private HttpResponse<byte[]> send(
      Vendor vendor, String asked, HttpRequest.Builder request, int refusals) {
    request.timeout(answerTimeout).setHeader("User-Agent", "bellwether");
    try {
      var answer = client().send(request.build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() >= refusals) {
        throw new Refused(answer.statusCode(), Verdict.on(vendor, asked, answer, clock.instant()));
      }
      return answer;
    } catch (IOException lost) {
      throw unanswered(vendor, asked, code(lost), because(lost));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unanswered(vendor, asked, "interrupted", "this worker was stopped");
    }
  }

  private synchronized HttpClient client() {
    var now = clock.instant();
    if (client == null || now.isAfter(lastUse.plus(IDLE))) {
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(CONNECT_TIMEOUT)
              .build();
    }
    lastUse = now;
    return client;
  }

  private static Refused unanswered(Vendor vendor, String asked, String code, String because) {
    var reason = "%s did not answer %s: %s".formatted(vendor.name(), asked, because);
    return new Refused(Refused.NO_ANSWER, new Failure.Transient(code, reason, null));
  }

  private static String code(IOException lost) {
    return switch (lost) {
      case HttpTimeoutException late -> "timeout";
      case ConnectException closed -> "unreachable";
      default -> "connection_lost";
    };
  }

  /// Never the exception's own message: it can name the address, and an address can be a secret.
  private static String because(IOException lost) {
    return switch (lost) {
      case HttpTimeoutException late -> "it took too long";
      case ConnectException closed -> "no connection";
      default -> "the connection broke";
    };
  }
}
