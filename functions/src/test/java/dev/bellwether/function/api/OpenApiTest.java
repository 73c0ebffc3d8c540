package dev.bellwether.function.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.bellwether.adapter.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds the description of the API against what it does: the routes, what each needs and takes,
/// every example, every answer to it, and the answers to whatever is wrong.
class OpenApiTest {
  private static final Pattern KNOWN = Pattern.compile("known are ([a-z, ]+)");
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  private final JsonNode description = Json.read(new ApiClient().get("/openapi.json").getBody());

  /// One operation of the description.
  ///
  /// @param parameters of the query and the path, by name
  private record Operation(
      String method, String path, JsonNode json, Map<String, JsonNode> parameters) {
    String name() {
      return method + " " + path.replaceAll("\\{[^}]+}", "{}");
    }

    /// Fills the examples of the path's parameters in.
    String address() {
      var address = path;
      for (var parameter : parameters.values()) {
        var name = "{%s}".formatted(parameter.path("name").asText());
        address = address.replace(name, parameter.path("example").asText());
      }
      return address;
    }

    Set<String> documented() {
      return names(json.required("responses"));
    }
  }

  @Test
  void it_describes_every_route_and_no_other() {
    var routes =
        routes().stream()
            .filter(route -> !route.path().equals("/") && !route.path().startsWith("/assets"))
            .map(route -> route.method() + " " + route.path())
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(
        routes,
        operations().stream().map(Operation::name).collect(Collectors.toCollection(TreeSet::new)));
  }

  @TestFactory
  Stream<DynamicTest> each_says_what_it_needs() {
    return routes().stream()
        .flatMap(
            route ->
                operations().stream()
                    .filter(o -> o.name().equals(route.method() + " " + route.path()))
                    .map(
                        operation -> dynamicTest(operation.name(), () -> needs(route, operation))));
  }

  private static void needs(Route route, Operation operation) {
    var isOpen = operation.json().path("security").isArray();
    assertEquals(
        route.needs().name().toLowerCase(Locale.ROOT),
        isOpen ? "nothing" : operation.json().path("x-permission").asText());
    var answer = new ApiClient().bare(operation.method(), operation.address());
    assertEquals(isOpen, answer.getStatusCode() != 401);
  }

  @TestFactory
  Stream<DynamicTest> each_list_takes_the_parameters_it_describes() {
    return operations().stream()
        .filter(operation -> operation.parameters().containsKey("limit"))
        .map(operation -> dynamicTest(operation.name(), () -> takes(operation)));
  }

  private static void takes(Operation operation) {
    var answer = Inhabited.client().get(operation.address() + "?no_such=1" + required(operation));
    var known = KNOWN.matcher(Json.read(answer.getBody()).path("detail").asText());

    assertTrue(known.find(), answer::getBody);
    assertEquals(
        Set.of(known.group(1).split(", ")),
        operation.parameters().values().stream()
            .filter(parameter -> parameter.path("in").asText().equals("query"))
            .map(parameter -> parameter.path("name").asText())
            .collect(Collectors.toSet()));
  }

  private static String required(Operation operation) {
    return operation.parameters().values().stream()
        .filter(p -> p.path("in").asText().equals("query") && p.path("required").asBoolean())
        .map(p -> "&" + p.path("name").asText() + "=" + p.path("example").asText())
        .collect(Collectors.joining());
  }

  @TestFactory
  Stream<DynamicTest> every_example_works_and_is_answered_as_described() {
    return operations().stream()
        .flatMap(
            operation ->
                examples(operation).entrySet().stream()
                    .map(
                        example ->
                            dynamicTest(
                                operation.name() + " " + example.getKey(),
                                () -> works(operation, example.getValue()))));
  }

  private void works(Operation operation, @Nullable JsonNode body) {
    if (body != null) {
      assertEquals(Set.of(), faults(request(operation).required("schema"), body));
    }
    var answer = send(operation, operation.address() + query(operation), body);

    assertTrue(answer.getStatusCode() < 300, answer::getBody);
    answers(operation, answer);
  }

  /// Every parameter of the query that has an example.
  private static String query(Operation operation) {
    return operation.parameters().values().stream()
        .filter(p -> p.path("in").asText().equals("query") && p.has("example"))
        .map(p -> p.path("name").asText() + "=" + p.path("example").asText().replace("#", "%23"))
        .reduce("", (all, one) -> all + (all.isEmpty() ? "?" : "&") + one);
  }

  @TestFactory
  Stream<DynamicTest> whatever_is_wrong_is_answered_as_described() {
    return operations().stream()
        .flatMap(
            operation ->
                wrong(operation).entrySet().stream()
                    .map(
                        one ->
                            dynamicTest(
                                operation.name() + " " + one.getKey(),
                                () -> answers(operation, one.getValue()))));
  }

  private Map<String, APIGatewayV2HTTPResponse> wrong(Operation operation) {
    var all = new TreeMap<String, APIGatewayV2HTTPResponse>();
    var method = operation.method();
    var client = Inhabited.client();
    if (!operation.json().path("security").isArray()) {
      all.put("without a token", client.bare(method, operation.address()));
    }
    if (operation.path().contains("{")) {
      var nowhere = operation.path().replaceAll("\\{[^}]+}", "none");
      all.put("about nothing", send(operation, nowhere, firstExample(operation)));
    }
    if (operation.json().has("requestBody")) {
      var address = operation.address();
      all.put("no body", client.send(method, address, null));
      all.put("a half body", client.send(method, address, "{"));
      all.put("a list", client.send(method, address, "[]"));
      all.put("a strange member", client.send(method, address, "{\"strange\": 1}"));
      all.put("another type", client.send(method, address, "<a/>", "content-type", "text/xml"));
      var large = "{\"a\": \"%s\"}".formatted("x".repeat(Document.MAX_BYTES));
      all.put("a large body", client.send(method, address, large));
    }
    if (operation.parameters().containsKey("limit")) {
      all.put("no limit", client.get(operation.address() + "?limit=0"));
    }
    return all;
  }

  private void answers(Operation operation, APIGatewayV2HTTPResponse answer) {
    var status = String.valueOf(answer.getStatusCode());
    assertTrue(operation.documented().contains(status), () -> status + " " + answer.getBody());
    var content = resolved(operation.json().at("/responses/" + status)).path("content");
    if (content.isMissingNode()) {
      assertEquals(204, answer.getStatusCode());
      return;
    }
    var type = content.fieldNames().next();
    assertEquals(type, String.valueOf(answer.getHeaders().get("content-type")));
    assertEquals(
        Set.of(), faults(content.at("/" + type.replace("/", "~1") + "/schema"), body(answer)));
  }

  private static JsonNode body(APIGatewayV2HTTPResponse answer) {
    return Json.read(answer.getBody());
  }

  private static APIGatewayV2HTTPResponse send(
      Operation operation, String address, @Nullable JsonNode body) {
    var text = body == null ? null : body.toString();
    return Inhabited.client().send(operation.method(), address, text);
  }

  private static Map<String, @Nullable JsonNode> examples(Operation operation) {
    var all = new TreeMap<String, @Nullable JsonNode>();
    request(operation)
        .path("examples")
        .properties()
        .forEach(one -> all.put(one.getKey(), one.getValue().required("value")));
    if (all.isEmpty()) {
      all.put("", null);
    }
    return all;
  }

  private static @Nullable JsonNode firstExample(Operation operation) {
    return examples(operation).values().iterator().next();
  }

  private static JsonNode request(Operation operation) {
    return operation.json().at("/requestBody/content/application~1json");
  }

  private Set<String> faults(JsonNode schema, JsonNode document) {
    var whole = Json.object();
    whole.setAll((ObjectNode) schema);
    whole.set("components", description.required("components"));
    return SCHEMAS.getSchema(whole).validate(document).stream()
        .map(ValidationMessage::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Operation> operations() {
    var all = new ArrayList<Operation>();
    for (var path : description.required("paths").properties()) {
      for (var one : path.getValue().properties()) {
        var parameters =
            StreamSupport.stream(one.getValue().path("parameters").spliterator(), false)
                .map(this::resolved)
                .collect(Collectors.toMap(p -> p.path("name").asText(), p -> p));
        var method = one.getKey().toUpperCase(Locale.ROOT);
        all.add(new Operation(method, path.getKey(), one.getValue(), parameters));
      }
    }
    return all;
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? description.at(node.path("$ref").asText().substring(1)) : node;
  }

  private static List<Route> routes() {
    return new ApiClient().routes();
  }

  private static Set<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
  }
}
