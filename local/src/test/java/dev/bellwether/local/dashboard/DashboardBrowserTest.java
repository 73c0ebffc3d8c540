package dev.bellwether.local.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.bellwether.local.testing.HttpCalls;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What people do with the dashboard, from the beginning to the end.
class DashboardBrowserTest extends BrowserTest {
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
    happenings().pullRequest(7, 12, "Add greeting");
    assertThat(ada.page().locator("#list")).containsText("Add greeting");
    assertThat(ada.page().locator("#list")).containsText("succeeded");
    assertEquals(true, ada.page().evaluate("window.isTheSame"));

    ada.page().keyboard().press("j");
    ada.page().keyboard().press("Enter");
    ada.sees("Add greeting");
    assertThat(ada.page().locator(".timeline")).containsText("lead-developer");
    ada.shoot("execution");

    happenings().pullRequest(8, 80, HOSTILE);
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
    happenings().pullRequest(7, 12, "Add greeting");
    ada.page().evaluate("location.hash = '/new-workflow?template=blank'");
    ada.sees("New: from scratch");
    var definition = ada.page().getByLabel("Definition");
    var verdict = ada.page().locator("#verdict");
    assertThat(verdict).containsText("It is valid");

    var blank = definition.inputValue();
    definition.fill(blank.replace("\"lt\"", "\"less\""));
    assertThat(verdict).containsText("/conditions/0/operator");
    assertThat(ada.page().getByText("Save", new Page.GetByTextOptions().setExact(true)))
        .isDisabled();
    ada.press("/conditions/0/operator");
    assertEquals("\"less\"", ada.page().evaluate("getSelection().toString()"));

    definition.fill("{\"trigger\": \"pr_rev");
    ada.press("pr_review_requested");
    assertThat(definition).hasValue("{\"trigger\": \"pr_review_requested");
    definition.fill(blank);
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

    definition.fill(definition.inputValue().replace("My workflow", "Mine"));
    ada.press("Pause");
    assertThat(ada.page().getByRole(AriaRole.ALERT)).containsText("Version 3 has been saved since");
    assertThat(definition).hasValue(Pattern.compile("\"name\": \"Mine\""));
    assertEquals(List.of(), ada.complaints());
  }

  @Test
  void a_workflow_is_started_by_hand() throws Exception {
    system()
        .http()
        .api(
            "POST",
            "/v1/workflows",
            """
            {"name": "By hand", "trigger": "manual",
             "actions": [{"type": "add_labels", "parameters": {"labels": "{{event.inputs.label}}"}}]}
            """);
    var ada = visitor(ColorScheme.LIGHT, 1280);
    ada.signIn(HttpCalls.ADMIN_TOKEN);
    ada.sees("Now");
    ada.goTo("Workflows");
    ada.follow("By hand");
    ada.sees("By hand");
    ada.follow("Run");
    ada.page().getByLabel("Repository").fill("octo-org/hello-world");
    ada.page().getByLabel("Subject").fill("pr#7");
    ada.page().getByLabel("Inputs").fill("{\"label\": \"by hand\"}");
    ada.press("Run");

    ada.sees("octo-org/hello-world#7");
    assertThat(ada.page().locator(".timeline")).containsText("by hand");
    assertEquals(List.of(), ada.complaints());
  }

  @Test
  void a_late_build_is_taken_care_of_and_what_could_not_be_done_is_done_again() throws Exception {
    happenings().buildIsLate();
    happenings().deadLetter();
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
}
