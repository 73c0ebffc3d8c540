package dev.bellwether.function;

import com.amazonaws.services.lambda.runtime.Context;
import dev.bellwether.adapter.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/// Builds one structured log line: a constant message, the data in fields, JSON.
///
/// No logging library: the cheapest measured one doubles a cold start. No value is redacted here,
/// so never add a header, a token or an address that carries one.
public final class LogLine {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  private LogLine(String level, String message) {
    fields.put("level", level);
    fields.put("message", message);
  }

  /// A line about something that went as it should.
  public static LogLine info(String message) {
    return new LogLine("INFO", message);
  }

  /// A line about something that somebody should look at.
  public static LogLine error(String message) {
    return new LogLine("ERROR", message);
  }

  /// Adds a field; snake_case, the same word as in the tables and the API.
  public LogLine with(String key, Object value) {
    fields.put(key, value instanceof Number || value instanceof Boolean ? value : text(value));
    return this;
  }

  /// Adds where and why something broke: the type and the place, and the message, which by house
  /// rule holds no secret.
  public LogLine with(Throwable broken) {
    fields.put("error", broken.getClass().getName());
    fields.put("reason", text(String.valueOf(broken.getMessage())));
    var trace = broken.getStackTrace();
    if (trace.length > 0) {
      fields.put("at", trace[0].toString());
    }
    return this;
  }

  /// Writes the line to the function's log.
  public void to(Context context) {
    fields.put("request_id", context.getAwsRequestId());
    context.getLogger().log(Json.write(fields) + "\n");
  }

  private static Object text(Object value) {
    return value instanceof Iterable<?> || value instanceof Map<?, ?> ? value : value.toString();
  }
}
