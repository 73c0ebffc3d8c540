package dev.bellwether.adapter.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Packs an item's document: JSON text while it is short, gzip when it is not, and with its facts
/// cut ([Excerpt]), and in the end without payloads, when even that would not fit DynamoDB's 400
/// KB.
final class Body {
  /// Writing costs by the KB; below this, packing saves less than it takes.
  static final int TEXT_LIMIT = 4 * 1024;

  /// Leaves room for keys and attributes:
  /// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html>.
  static final int LIMIT = 380 * 1024;

  private Body() {}

  /// Packs a document that is all there is in its item.
  static AttributeValue of(ObjectNode document) {
    return of(document, LIMIT);
  }

  /// Packs a document into so many bytes.
  static AttributeValue of(ObjectNode document, int limit) {
    var text = Json.write(document);
    var plain = text.getBytes(StandardCharsets.UTF_8);
    if (plain.length <= TEXT_LIMIT) {
      return AttributeValue.fromS(text);
    }
    return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(fitting(plain, document, limit)));
  }

  private static byte[] fitting(byte[] plain, ObjectNode document, int limit) {
    var packed = packed(plain);
    if (packed.length > limit) {
      packed = packed(bytes(Excerpt.of(document)));
    }
    return packed.length > limit ? packed(bytes(Excerpt.withoutPayloads(document))) : packed;
  }

  static JsonNode read(AttributeValue body) {
    if (body.s() != null) {
      return Json.read(body.s());
    }
    try (var unpacking =
        new GZIPInputStream(new ByteArrayInputStream(body.b().asByteArrayUnsafe()))) {
      return Json.read(unpacking.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("An item's body is not gzip", e);
    }
  }

  private static byte[] bytes(JsonNode document) {
    return Json.write(document).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] packed(byte[] plain) {
    var packed = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(packed)) {
      packing.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
