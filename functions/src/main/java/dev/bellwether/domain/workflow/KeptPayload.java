package dev.bellwether.domain.workflow;

import dev.bellwether.domain.condition.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What of a webhook's payload is worth keeping, so that it can be judged again: all but the
/// addresses of APIs and the like, which are most of it, and whatever calls itself a secret.
final class KeptPayload {
  private static final String PAYLOAD = "event";
  private static final List<String> SECRETS =
      List.of("token", "secret", "password", "passwd", "authorization", "credential");
  private static final Set<String> FURNITURE =
      Set.of("_links", "node_id", "avatar_url", "gravatar_id", "user_view_type", "site_admin");
  private static final Pattern API = Pattern.compile("https?://(api\\.|[^/]+/api/v3/)");

  private KeptPayload() {}

  /// Copies facts with what is kept of the payload.
  static Facts of(Facts facts) {
    return facts.get(PAYLOAD).map(payload -> facts.with(PAYLOAD, kept(payload))).orElse(facts);
  }

  private static @Nullable Object kept(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var fewer = new LinkedHashMap<String, @Nullable Object>();
        map.forEach(
            (key, member) -> {
              if (isKept(String.valueOf(key), member)) {
                fewer.put(String.valueOf(key), kept(member));
              }
            });
        yield fewer;
      }
      case List<?> list -> list.stream().map(KeptPayload::kept).toList();
      case null, default -> value;
    };
  }

  private static boolean isKept(String key, @Nullable Object value) {
    var isAddress = key.equals("url") || key.endsWith("_url");
    return !FURNITURE.contains(key)
        && !isSecret(key.toLowerCase(Locale.ROOT))
        && !(isAddress && value instanceof String text && API.matcher(text).lookingAt());
  }

  /// Asked of every key of every webhook, which is why it is no regular expression.
  private static boolean isSecret(String key) {
    for (var word : SECRETS) {
      if (key.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
