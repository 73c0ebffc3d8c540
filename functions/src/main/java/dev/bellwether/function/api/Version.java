package dev.bellwether.function.api;

import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.usecase.Basis;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A workflow's version as an entity tag, out and in.
final class Version {
  private static final Pattern TAG = Pattern.compile("\"([1-9]\\d{0,8})\"");

  private Version() {}

  /// Names a workflow's version in the header `ETag`.
  static Map<String, String> tag(Workflow workflow) {
    return Map.of("ETag", "\"%d\"".formatted(workflow.version()));
  }

  /// Reads the basis of a change from the header `If-Match`: one tag, or `*`.
  ///
  /// @param otherwise the basis where there is no such header
  /// @return nothing when it is neither
  static Optional<Basis> basis(ApiRequest request, Basis otherwise) {
    var header = request.header("if-match");
    if (header.isEmpty()) {
      return Optional.of(otherwise);
    }
    if (header.get().equals("*")) {
      return Optional.of(new Basis.Newest());
    }
    return header
        .map(TAG::matcher)
        .filter(tag -> tag.matches())
        .map(tag -> new Basis.Version(Integer.parseInt(tag.group(1))));
  }
}
