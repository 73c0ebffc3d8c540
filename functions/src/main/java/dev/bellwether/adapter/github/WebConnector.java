package dev.bellwether.adapter.github;

import dev.bellwether.adapter.http.Refused;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.domain.execution.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/// Carries the library's requests over our [Web].
///
/// What is refused leaves as [Refused], past the library: its own handling would sleep, and would
/// send a POST again after a connection broke.
final class WebConnector implements GitHubConnector {
  /// What GitHub asks for when it names no time.
  private static final Duration UNNAMED_LIMIT = Duration.ofMinutes(1);

  private final Web web;
  private final Meter meter;
  private final String account;

  /// Carries requests that GitHub counts for an account.
  WebConnector(Web web, Meter meter, String account) {
    this.web = web;
    this.meter = meter;
    this.account = account;
  }

  @Override
  public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
    var url = URI.create(request.url().toString());
    var body =
        request.hasBody()
            ? BodyPublishers.ofByteArray(request.body().readAllBytes())
            : BodyPublishers.noBody();
    var outgoing = HttpRequest.newBuilder(url).method(request.method(), body);
    request
        .allHeaders()
        .forEach((name, values) -> values.forEach(value -> outgoing.header(name, value)));
    outgoing.setHeader("X-GitHub-Api-Version", "2022-11-28");
    var asked = request.method() + " " + url.getRawPath();
    meter.pass(account, request.method());
    var answer = sent(asked, outgoing);
    return new Answer(request, answer.statusCode(), answer.headers().map(), answer.body());
  }

  private HttpResponse<byte[]> sent(String asked, HttpRequest.Builder outgoing) {
    try {
      return web.sendOrRedirect(GitHubVendor.VENDOR, asked, outgoing);
    } catch (Refused refused) {
      if (refused.failure() instanceof Failure.Transient limited && limited.isOfLimits()) {
        meter.block(account, limited.askedWait().orElse(UNNAMED_LIMIT));
      }
      throw refused;
    }
  }

  private static final class Answer extends GitHubConnectorResponse.ByteArrayResponse {
    private final byte[] body;

    Answer(
        GitHubConnectorRequest request,
        int status,
        Map<String, List<String>> headers,
        byte[] body) {
      super(request, status, headers);
      this.body = body;
    }

    @Override
    protected InputStream rawBodyStream() {
      return new ByteArrayInputStream(body);
    }
  }
}
