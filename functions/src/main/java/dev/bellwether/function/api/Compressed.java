package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.zip.GZIPOutputStream;

/// Sends a text in gzip to who takes it so, which an HTTP API does not do by itself: a script is a
/// third of its size then.
final class Compressed {
  private static final String GZIP = "gzip";

  private Compressed() {}

  /// Compresses an answer to a request that accepts it; the same text is always the same bytes, so
  /// that its entity tag stays.
  static APIGatewayV2HTTPResponse of(ApiRequest request, APIGatewayV2HTTPResponse answer) {
    if (answer.getStatusCode() != 200) {
      return answer;
    }
    var headers = new HashMap<>(answer.getHeaders());
    headers.put("vary", "accept-encoding");
    answer.setHeaders(headers);
    if (request.header("accept-encoding").orElse("").contains(GZIP)) {
      headers.put("content-encoding", GZIP);
      answer.setBody(Base64.getEncoder().encodeToString(gzip(answer.getBody())));
      answer.setIsBase64Encoded(true);
    }
    return answer;
  }

  private static byte[] gzip(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException("Memory cannot be written to", broken);
    }
    return bytes.toByteArray();
  }
}
