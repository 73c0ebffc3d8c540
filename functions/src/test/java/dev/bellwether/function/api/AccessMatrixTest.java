package dev.bellwether.function.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.domain.access.Principal;
import dev.bellwether.domain.access.Role;
import dev.bellwether.domain.agent.Agent;
import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.GivenAgents;
import dev.bellwether.usecase.ManageTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who gets where: every role, on every route, with and without a limit to repositories.
///
/// A row of the table has a column each for tokens that are not limited, limited to the repository
/// of what is there, and limited to another; in it the roles viewer, operator, author, admin and
/// agent (`VOAXG`) where they are let in, `0` where they are told that there is no such thing, and
/// `-` where they are refused.
class AccessMatrixTest {
  private static final List<List<String>> LIMITS =
      List.of(List.of(), List.of("octo/*"), List.of("other/*"));

  @Test
  void every_role_gets_where_the_table_says_and_nowhere_else() throws IOException {
    var table =
        new ApiClient()
            .api().routes().stream().map(AccessMatrixTest::row).collect(Collectors.joining("\n"));

    assertEquals(expected(), table + "\n");
  }

  @Test
  void who_is_limited_to_other_repositories_sees_empty_lists() {
    for (var list :
        List.of("executions", "deliveries", "sla/clocks", "sla/violations", "incidents")) {
      var path = "/v1/" + list;
      assertFalse(ApiClient.items(call(path, List.of("OCTO/hello"))).isEmpty(), path);
      assertTrue(ApiClient.items(call(path, List.of("other/*"))).isEmpty(), path);
    }
  }

  @Test
  void what_others_have_in_between_hides_nothing_of_ones_own() {
    var client = Inhabited.client();
    for (int i = 0; i < 60; i++) {
      var elsewhere = new Subject(SubjectKind.BUILD, "other/secret", i + ".1");
      var clock = Given.aClock(8000 + i, Given.NOW.minusSeconds(5000));
      client.incidents.save(
          Incident.of(
              Clock.of(
                      new ClockId(clock.id().metric(), elsewhere),
                      clock.marks(),
                      clock.terms(),
                      clock.facts(),
                      clock.factsAt())
                  .violation(Level.WARNING, Given.NOW.minusSeconds(4000))));
    }
    var token = token(client, Role.VIEWER, List.of("octo/*"));

    var seen = ApiClient.items(client.as(token, "GET", "/v1/incidents?limit=50", null));

    assertEquals(1, seen.size());
    assertEquals("octo/hello", seen.get(0).required("repository").textValue());
  }

  private static APIGatewayV2HTTPResponse call(String path, List<String> limit) {
    var client = Inhabited.client();
    return client.as(token(client, Role.VIEWER, limit), "GET", path, null);
  }

  private static String row(Route route) {
    var columns = LIMITS.stream().map(limit -> column(route, limit));
    var path = route.method() + " /" + String.join("/", route.pattern());
    return Stream.concat(Stream.of("%-42s".formatted(path)), columns)
        .collect(Collectors.joining(" "));
  }

  private static String column(Route route, List<String> limit) {
    return Stream.of(Role.values())
        .map(role -> letter(route, role, limit))
        .collect(Collectors.joining());
  }

  private static String letter(Route route, Role role, List<String> limit) {
    var client = Inhabited.client();
    var token = token(client, role, limit);
    var path = "/" + String.join("/", route.pattern());
    path = path.replace("versions/{}", "versions/2").replace("{}", Inhabited.idFor(client, route));
    var body = route.method().equals("GET") || route.method().equals("DELETE") ? null : "{}";
    var status = client.as(token, route.method(), path, body).getStatusCode();
    return switch (status) {
      case 403 -> "-";
      case 404 -> "0";
      default -> initial(role);
    };
  }

  private static String initial(Role role) {
    return switch (role) {
      case VIEWER -> "V";
      case OPERATOR -> "O";
      case AUTHOR -> "A";
      case ADMIN -> "X";
      case AGENT -> "G";
    };
  }

  private static String token(ApiClient client, Role role, List<String> limit) {
    var wish = new ManageTokens.Wish("build", role, limit, null);
    return client.tokens.create(wish, Principal.ROOT, Given.NOW).text().text();
  }

  private static String expected() throws IOException {
    try (var in = AccessMatrixTest.class.getResourceAsStream("/access/matrix.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
