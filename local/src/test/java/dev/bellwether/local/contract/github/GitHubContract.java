package dev.bellwether.local.contract.github;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.local.contract.Contracts;
import dev.bellwether.local.sandbox.Call;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Holds calls against GitHub's description of its REST API: unknown keys, wrong types and wrong
/// paths are faults, and so is a success that the sandbox answers with a status GitHub does not.
///
/// What the reduced description lacks, GitHub Actions among it and the envelope of GraphQL, is
/// described in `contracts/github-beside.json`.
///
/// Three rules the description cannot express are checked by hand: a reviewer request names
/// somebody, a completed check run has a conclusion, and a branch or a path may contain slashes.
public final class GitHubContract {
  private static final String DESCRIPTION = "github-openapi.json";
  private static final Map<Path, GitHubContract> LOADED = new ConcurrentHashMap<>();
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Pattern WITH_SLASHES =
      Pattern.compile(
          "(/repos/[^/]+/[^/]+/(?:branches|contents|commits|compare|git/refs?)/)"
              + "(.+?)(/(?:protection|status|statuses|check-runs|check-suites|pulls))?");

  private static final Pattern BESIDE =
      Pattern.compile("/graphql|/user|/repos/[^/]+/[^/]+/actions/.+");

  private final OpenApiInteractionValidator description;
  private final OpenApiInteractionValidator beside;

  private GitHubContract(Path path) {
    this.description = OpenApiInteractionValidator.createFor(path.toUri().toString()).build();
    this.beside = OpenApiInteractionValidator.createFor("/contracts/github-beside.json").build();
  }

  /// Makes a listener for [dev.bellwether.local.sandbox.GitHubSandbox#onCall] that throws what is
  /// wrong with a call; skips the test when the description is not there.
  public static Consumer<Call> validator() {
    return load(Contracts.require(DESCRIPTION))::check;
  }

  /// Makes the listener for tests that mean something without it, too.
  public static Optional<Consumer<Call>> validatorIfPresent() {
    return Contracts.find(DESCRIPTION).map(path -> load(path)::check);
  }

  private static GitHubContract load(Path path) {
    return LOADED.computeIfAbsent(path, GitHubContract::new);
  }

  private void check(Call call) {
    var faults = faults(call);
    if (!faults.isEmpty()) {
      throw new AssertionError(
          "%s %s %s%n  %s"
              .formatted(call.method(), call.path(), call.body(), String.join("\n  ", faults)));
    }
  }

  private List<String> faults(Call call) {
    var faults = new ArrayList<String>();
    var request = request(call);
    var isBeside = BESIDE.matcher(withoutQuery(call.path())).matches();
    var validator = isBeside ? beside : description;
    validator.validateRequest(request).getMessages().stream()
        .flatMap(GitHubContract::flat)
        .forEach(faults::add);
    if (faults.isEmpty() && call.status() < 300) {
      var response = SimpleResponse.Builder.status(call.status());
      if (call.status() != 204) {
        response.withContentType("application/json").withBody("{}");
      }
      validator
          .validateResponse(withoutQuery(call.path()), request.getMethod(), response.build())
          .getMessages()
          .forEach(message -> faults.add(message.getMessage()));
    }
    faults.addAll(faultsInProse(call));
    return faults;
  }

  private static SimpleRequest request(Call call) {
    var builder = new SimpleRequest.Builder(call.method(), withoutQuery(call.path()));
    var query = call.path().indexOf('?');
    for (var pair : query < 0 ? new String[0] : call.path().substring(query + 1).split("&", -1)) {
      var parts = pair.split("=", 2);
      builder.withQueryParam(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
    }
    return call.body().isEmpty()
        ? builder.build()
        : builder.withContentType("application/json").withBody(call.body()).build();
  }

  private static List<String> faultsInProse(Call call) {
    var path = withoutQuery(call.path());
    var body = body(call);
    var faults = new ArrayList<String>();
    if (path.endsWith("/requested_reviewers")
        && call.method().equals("POST")
        && body.path("reviewers").isEmpty()
        && body.path("team_reviewers").isEmpty()) {
      faults.add("A reviewer request names at least one of reviewers and team_reviewers");
    }
    if (path.contains("/check-runs")
        && body.path("status").asText().equals("completed")
        && !body.hasNonNull("conclusion")) {
      faults.add("A completed check run has a conclusion");
    }
    return faults;
  }

  /// Takes the query off, and hides the slashes of a branch or a path from the description.
  private static String withoutQuery(String path) {
    var query = path.indexOf('?');
    var bare = query < 0 ? path : path.substring(0, query);
    var matcher = WITH_SLASHES.matcher(bare);
    if (!matcher.matches()) {
      return bare;
    }
    var end = matcher.group(3) == null ? "" : matcher.group(3);
    return matcher.group(1) + matcher.group(2).replace("/", "%2F") + end;
  }

  private static JsonNode body(Call call) {
    try {
      return MAPPER.readTree(call.body());
    } catch (JsonProcessingException e) {
      return MAPPER.missingNode();
    }
  }

  private static Stream<String> flat(Message message) {
    return Stream.concat(
        Stream.of(message.getMessage()),
        message.getNestedMessages().stream().flatMap(GitHubContract::flat));
  }
}
