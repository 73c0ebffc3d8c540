package dev.bellwether.local.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.bellwether.local.system.Payloads;
import dev.bellwether.local.testing.HttpCalls;
import dev.bellwether.local.testing.SettableTime;
import dev.bellwether.local.testing.WholeSystem;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Somebody with a browser before the whole system. Skipped where there is no Chromium or no
/// Node.js.
class DashboardBrowserTest {
  private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");

  /// What people on GitHub may call a pull request.
  private static final String HOSTILE = "=1+1 <img src=x onerror=alert(1)>";

  private static final List<String> PAGES =
      List.of(
          "Now",
          "Executions",
          "Workflows",
          "Why",
          "Deliveries",
          "SLA board",
          "Violations",
          "Incidents",
          "Agents",
          "Audit",
          "System");

  private final SettableTime time = new SettableTime(NINE);

  private Optional<Playwright> driver = Optional.empty();
  private @Nullable WholeSystem whole;
  private @Nullable Browser browser;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(Browsers.executable().isPresent(), "No Chromium is installed");
    driver = Browsers.driver();
    assumeTrue(driver.isPresent(), "No Node.js is installed");
    PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    browser = driver.flatMap(Browsers::chromium).orElseThrow();
    whole = WholeSystem.start(time);
  }

  @AfterEach
  void stop() {
    driver.ifPresent(Playwright::close);
    if (whole != null) {
      whole.close();
    }
  }

  @Test
  void a_workflow_is_made_from_a_template_seen_to_work_and_asked_why_it_did_not() throws Exception {
    var ada = visitor(ColorScheme.LIGHT, 1280);
    ada.signIn("bwt_nonsense");
    assertThat(ada.page().getByRole(AriaRole.ALERT)).containsText("This token lets nobody in");
    ada.signIn(HttpCalls.ADMIN_TOKEN);
    ada.sees("Now");
    assertFalse(String.valueOf(ada.page().evaluate("document.cookie")).contains("bellwether"));

    ada.goTo("Workflows");
    ada.follow("New workflow");
    ada.follow("PR review automation");
    ada.press("Create");
    ada.sees("PR review automation");
    assertThat(ada.page().locator("#verdict")).containsText("It is valid");

    ada.goTo("Executions");
    assertThat(ada.page().locator("#list")).containsText("Nothing has run yet");
    ada.page().evaluate("window.isTheSame = true");
    pullRequest(7, 12, "Add greeting");
    assertThat(ada.page().locator("#list")).containsText("Add greeting");
    assertThat(ada.page().locator("#list")).containsText("succeeded");
    assertEquals(true, ada.page().evaluate("window.isTheSame"));

    ada.page().keyboard().press("j");
    ada.page().keyboard().press("Enter");
    ada.sees("Add greeting");
    assertThat(ada.page().locator(".timeline")).containsText("lead-developer");
    ada.shoot("execution");

    pullRequest(8, 80, HOSTILE);
    ada.goTo("Deliveries");
    ada.follow("octo-org/hello-world#8");
    assertThat(ada.page().locator("#answers")).containsText("does not fire");
    assertThat(ada.page().locator("#answers")).containsText("files_changed < 50 saw 80");
    assertThat(ada.page().locator("main")).containsText(HOSTILE);
    assertThat(ada.page().locator("main img")).hasCount(0);
    ada.assertUsable();
    ada.shoot("why");
    assertEquals(List.of(), ada.complaints());
  }

  @Test
  void a_definition_is_checked_as_it_is_typed_tried_on_what_came_and_saved() throws Exception {
    var ada = visitor(ColorScheme.LIGHT, 1280);
    ada.signIn(HttpCalls.ADMIN_TOKEN);
    ada.sees("Now");
    pullRequest(7, 12, "Add greeting");
    ada.page().evaluate("location.hash = '/new-workflow?template=blank'");
    ada.sees("New: from scratch");
    var definition = ada.page().getByLabel("Definition");
    var verdict = ada.page().locator("#verdict");
    assertThat(verdict).containsText("It is valid");

    definition.fill(definition.inputValue().replace("\"lt\"", "\"less\""));
    assertThat(verdict).containsText("/conditions/0/operator");
    assertThat(ada.page().getByText("Save", new Page.GetByTextOptions().setExact(true)))
        .isDisabled();
    ada.press("/conditions/0/operator");
    assertEquals("\"less\"", ada.page().evaluate("getSelection().toString()"));

    definition.fill(definition.inputValue().replace("\"less\"", "\"lt\""));
    assertThat(verdict).containsText("It is valid");
    ada.press("Simulate");
    assertThat(ada.page().locator("#simulation")).containsText("octo-org/hello-world#7");
    assertThat(ada.page().locator("#simulation")).containsText("fires");
    ada.assertUsable();
    ada.shoot("editor");
    ada.press("Save");
    ada.sees("My workflow");
    ada.press("Shadow");
    assertThat(ada.told()).hasText("It is shadow now.");
    assertThat(ada.page().locator("main")).containsText("version 2");
    assertEquals(List.of(), ada.complaints());
  }

  @Test
  void a_late_build_is_taken_care_of_and_what_could_not_be_done_is_done_again() throws Exception {
    buildIsLate();
    deadLetter();
    var ada = visitor(ColorScheme.LIGHT, 1280);
    ada.signIn(HttpCalls.ADMIN_TOKEN);
    var incidents = ada.page().locator("#incidents");
    assertThat(incidents).containsText("Build time of octo-org/hello-world");
    assertThat(incidents).containsText("triggered");
    ada.shoot("now");

    ada.press("Acknowledge");
    assertThat(ada.told()).hasText("Acknowledge: done, as admin.");
    assertThat(incidents).containsText("admin has it for");
    ada.follow("Build time of octo-org/hello-world");
    assertThat(ada.page().locator(".history")).containsText("admin");
    ada.page().reload();
    assertThat(ada.page().locator(".summary")).containsText("acknowledged");

    ada.goTo("System");
    assertThat(ada.page().locator("#queues")).containsText("1 failed");
    ada.press("Try again: actions");
    assertThat(ada.told()).hasText("1 message sent back.");
    assertThat(ada.page().locator("#queues")).not().containsText("1 failed");

    ada.goTo("Audit");
    assertThat(ada.page().locator("#list")).containsText("POST /v1/incidents/{}/acknowledge");
    ada.press("Verify the day");
    assertThat(ada.page().locator("#verdict")).containsText("intact");
    ada.press("Sign out");
    assertThat(ada.page().getByLabel("Token")).isVisible();
    assertEquals(List.of(), ada.complaints());
  }

  @Test
  void every_page_can_be_used_in_the_light_in_the_dark_and_on_a_phone() throws Exception {
    buildIsLate();
    pullRequest(7, 12, HOSTILE);
    agentReports();

    for (var width : List.of(1280, 360)) {
      var colours = width == 360 ? ColorScheme.DARK : ColorScheme.LIGHT;
      var ada = visitor(colours, width);
      ada.signIn(HttpCalls.ADMIN_TOKEN);
      ada.sees("Now");
      for (var name : PAGES) {
        ada.goTo(name);
        ada.assertUsable();
        if (name.equals("Violations")) {
          assertThat(ada.page().locator(".u-legend")).isVisible();
          ada.shoot("violations-" + width);
        }
      }
      ada.goTo("Now");
      ada.page().getByLabel("Colours").selectOption(width == 360 ? "light" : "dark");
      ada.assertUsable();
      ada.shoot("now-" + width);
      assertEquals(List.of(), ada.complaints());
    }
  }

  @Test
  void the_keyboard_searches_moves_and_helps_and_a_list_is_exported_without_formulas()
      throws Exception {
    pullRequest(7, 12, HOSTILE);
    var ada = visitor(ColorScheme.LIGHT, 1280);
    ada.signIn(HttpCalls.ADMIN_TOKEN);
    ada.sees("Now");

    ada.page().keyboard().press("?");
    assertThat(ada.page().getByRole(AriaRole.DIALOG)).isVisible();
    ada.page().keyboard().press("Escape");
    assertThat(ada.page().getByRole(AriaRole.DIALOG)).isHidden();
    ada.page().keyboard().press("g");
    ada.page().keyboard().press("d");
    ada.sees("Deliveries");
    ada.page().keyboard().press("/");
    ada.page().keyboard().type("nothing like it");
    assertThat(ada.page().locator("#list")).containsText("Nothing is like this");
    assertTrue(ada.page().url().endsWith("q=nothing+like+it"));

    var export =
        "import('/assets/csv.js').then((csv) => ['=1', '+1', '-1', '@a', '\\ta', '\\r"
            + "a', '5', 'a,\"b'].map(csv.cell))";
    assertEquals(
        List.of("'=1", "'+1", "'-1", "'@a", "'\ta", "\"'\ra\"", "5", "\"a,\"\"b\""),
        ada.page().evaluate(export));
    ada.page().getByLabel("Search").fill("");
    var file = ada.page().waitForDownload(() -> ada.press("Export CSV"));
    assertTrue(
        Files.readString(file.path()).contains("pull_request.opened,octo-org/hello-world,pr#7"));
  }

  private void pullRequest(int number, int files, String title) throws Exception {
    var id = "11111111-0000-0000-0000-%012d".formatted(number);
    var payload = Payloads.pullRequest("opened", number, files, NINE);
    system().http().webhook("pull_request", id, payload.replace("Add greeting", title));
  }

  private void buildIsLate() throws Exception {
    var id = "44444444-0000-0000-0000-000000000001";
    var payload = Payloads.build("requested", 7001, NINE, NINE);
    system().http().webhook("workflow_run", id, payload);
    time.pass(Duration.ofSeconds(601));
    system().system().fire("SlaCheckFunctionSweep");
    system().await("the incident", this::isKnown);
  }

  private void agentReports() throws Exception {
    system()
        .http()
        .api(
            "POST",
            "/v1/agents/activity",
            """
            {"agent_name": "helper", "agent_type": "coding", "activity_type": "code_review",
             "activity_data": {}, "repository": "octo-org/hello-world", "branch_name": "feature/x",
             "status": "completed", "duration_seconds": 90}
            """);
  }

  /// Puts what no worker could do where such things go.
  private void deadLetter() {
    var queue =
        Objects.requireNonNull(
            system().system().environment("ApiFunction").get("ACTION_DEAD_LETTERS_URL"));
    var message = "{\"execution_id\": \"gone\", \"repository\": \"octo-org/hello-world\"}";
    try (var sqs = SqsClient.create()) {
      sqs.sendMessage(request -> request.queueUrl(queue).messageBody(message));
    }
  }

  private boolean isKnown() {
    try {
      return !system().http().get("/v1/incidents").path("items").isEmpty();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Visitor visitor(ColorScheme colours, int width) {
    return new Visitor(Objects.requireNonNull(browser), system().system().url(), colours, width);
  }

  private WholeSystem system() {
    return Objects.requireNonNull(whole);
  }
}
