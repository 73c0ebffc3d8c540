package dev.bellwether.local.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.bellwether.local.testing.HttpCalls;
import dev.bellwether.testing.Hostile;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What holds for every page of the dashboard.
class DashboardPagesTest extends BrowserTest {
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

  @Test
  void every_page_can_be_used_in_the_light_in_the_dark_and_on_a_phone() throws Exception {
    happenings().buildIsLate();
    happenings().workflow();
    happenings().pullRequest(7, 12, HOSTILE);
    happenings().agentReports();

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
      for (var address : details()) {
        ada.page().navigate(system().system().url().resolve("/") + address);
        ada.page().reload();
        assertThat(ada.page().locator("main h1")).isVisible();
        assertThat(ada.page().locator("main [aria-busy='true']")).hasCount(0);
        ada.assertUsable();
      }
      ada.goTo("Now");
      ada.page().getByLabel("Colours").selectOption(width == 360 ? "light" : "dark");
      ada.assertUsable();
      ada.shoot("now-" + width);
      assertEquals(List.of(), ada.complaints());
    }
  }

  @Test
  void the_keyboard_searches_moves_and_helps_unless_somebody_turns_that_off() throws Exception {
    happenings().pullRequest(7, 12, HOSTILE);
    var ada = visitor(ColorScheme.LIGHT, 1280);
    var keyboard = ada.page().keyboard();
    ada.signIn(HttpCalls.ADMIN_TOKEN);
    ada.sees("Now");

    keyboard.press("g");
    keyboard.press("d");
    ada.sees("Deliveries");
    keyboard.press("j");
    assertThat(ada.page().locator(".row").first()).isFocused();
    keyboard.press("/");
    keyboard.type("nothing like it");
    assertThat(ada.page().locator("#list")).containsText("Nothing is like this");
    assertTrue(ada.page().url().endsWith("q=nothing+like+it"));
    ada.page().getByLabel("Search").fill("octo-org/hello-world#7");
    keyboard.press("Enter");
    ada.sees("Why");
    assertThat(ada.page().getByLabel("Pull request or delivery"))
        .hasValue("octo-org/hello-world#7");

    keyboard.press("?");
    var help = ada.page().getByRole(AriaRole.DIALOG);
    ada.page().getByLabel("Single keys do this").uncheck();
    keyboard.press("Escape");
    assertThat(help).isHidden();
    keyboard.press("?");
    assertThat(help).isHidden();
  }

  @Test
  void a_list_is_exported_as_it_is_narrowed_and_without_formulas() throws Exception {
    happenings().pullRequest(7, 12, HOSTILE);
    var ada = visitor(ColorScheme.LIGHT, 1280);
    ada.signIn(HttpCalls.ADMIN_TOKEN);
    ada.sees("Now");
    ada.goTo("Deliveries");

    var cells =
        """
        import('/assets/csv.js').then((csv) =>
            ['=1', '+1', '-1', '@a', '\\ta', '\\ra', '5', 'a,"b', null].map(csv.cell))
        """;
    assertEquals(
        List.of("'=1", "'+1", "'-1", "'@a", "'\ta", "\"'\ra\"", "5", "\"a,\"\"b\"", ""),
        ada.page().evaluate(cells));
    var file = ada.page().waitForDownload(() -> ada.press("Export CSV"));
    assertTrue(
        Files.readString(file.path()).contains("pull_request.opened,octo-org/hello-world,pr#7"));
    assertThat(ada.told()).hasText("1 row exported.");
    ada.page().getByLabel("Search").fill("nothing like it");
    file = ada.page().waitForDownload(() -> ada.press("Export CSV"));
    assertEquals("id,event,repository,subject,received_at\r\n", Files.readString(file.path()));
  }

  @Test
  void what_people_wrote_who_mean_no_good_is_only_text_on_a_page_and_in_a_file() throws Exception {
    var hostile = Hostile.strings();
    var facts = new LinkedHashMap<String, String>();
    for (int i = 0; i < hostile.size(); i++) {
      facts.put("h" + i, hostile.get(i));
    }
    var id = happenings().run(facts);
    var ada = visitor(ColorScheme.LIGHT, 1280);
    ada.signIn(HttpCalls.ADMIN_TOKEN);
    ada.sees("Now");
    var page = ada.page();
    page.evaluate("id => { location.hash = '#/executions/' + id; }", id);

    assertThat(
            page.getByText("h" + (hostile.size() - 1), new Page.GetByTextOptions().setExact(true)))
        .isVisible();
    var shown =
        """
        facts => Object.entries(facts).filter(([name, text]) => {
          const term = [...document.querySelectorAll('dt')].find(dt => dt.textContent === name);
          return !term.nextElementSibling.textContent.includes(text.trim());
        }).map(([name]) => name)
        """;
    assertEquals(List.of(), page.evaluate(shown, facts));
    var strange =
        "() => document.querySelectorAll('main :is(script, img, iframe, svg, style, link, base,"
            + " meta, form[action], object, embed, video, audio, math, marquee)').length";
    assertEquals(0, page.evaluate(strange));
    var links = "() => [...document.links].map(a => a.href).filter(h => !h.startsWith('http'))";
    assertEquals(List.of(), page.evaluate(links));

    var cells = "texts => import('/assets/csv.js').then(csv => texts.map(csv.cell))";
    for (var cell : (List<?>) page.evaluate(cells, hostile)) {
      assertFalse(
          String.valueOf(cell).matches("(?s)\"?\\s*[=+@\uFF1D\uFF0B\uFF0D\uFF20-].*"),
          String.valueOf(cell));
    }
    assertEquals(List.of(), ada.complaints());
  }

  @Test
  void who_may_only_look_is_shown_no_button_and_told_what_is_not_for_them() throws Exception {
    happenings().buildIsLate();
    var viewer =
        system()
            .http()
            .api(
                "POST",
                "/v1/tokens",
                """
                {"name": "vera", "role": "viewer", "repositories": ["octo-org/*"], "days": 1}
                """);
    var vera = visitor(ColorScheme.LIGHT, 1280);
    vera.signIn(viewer.path("token").asText());

    assertThat(vera.page().locator("#incidents"))
        .containsText("Build time of octo-org/hello-world");
    assertThat(vera.page().locator("#nav")).not().containsText("Audit");
    assertThat(vera.page().getByText("Acknowledge")).hasCount(0);
    vera.page().evaluate("location.hash = '/audit'");
    vera.sees("Audit");
    assertThat(vera.page().getByRole(AriaRole.ALERT)).hasText("Only an admin sees who did what.");
    vera.page().evaluate("location.hash = '/executions/none'");
    vera.sees("Execution");
    assertThat(vera.page().getByRole(AriaRole.ALERT)).containsText("Could not be loaded");
    vera.goTo("Violations");
    assertThat(vera.page().locator("main")).containsText("you see some");
    vera.assertUsable();
    assertEquals(List.of(), vera.complaints());
  }

  @Test
  void a_page_reads_what_changed_every_three_seconds_and_nothing_while_it_is_hidden() {
    var ada = visitor(ColorScheme.LIGHT, 1280);
    ada.signIn(HttpCalls.ADMIN_TOKEN);
    ada.sees("Now");
    var page = ada.page();
    page.clock().install();
    ada.goTo("Workflows");
    var statuses = new ArrayList<Integer>();
    page.onResponse(response -> statuses.add(response.status()));

    page.waitForResponse("**/v1/workflows*", () -> page.clock().runFor(3_500));
    assertEquals(List.of(304), statuses);

    page.evaluate("Object.defineProperty(document, 'hidden', {value: true, configurable: true})");
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    page.clock().runFor(60_000);
    assertEquals(List.of(304), statuses);

    page.evaluate("delete document.hidden");
    page.waitForResponse(
        "**/v1/workflows*",
        () -> page.evaluate("document.dispatchEvent(new Event('visibilitychange'))"));
    assertEquals(List.of(304, 304), statuses);
  }

  /// The pages about one of many.
  private List<String> details() throws Exception {
    var http = system().http();
    var execution = http.get("/v1/executions").at("/items/0/id").asText();
    var incident = http.get("/v1/incidents").at("/items/0/key").asText();
    return List.of(
        "#/executions/" + execution,
        "#/incidents/" + incident,
        "#/workflows/ask",
        "#/workflows/ask?tab=versions",
        "#/workflows/ask?tab=run",
        "#/new-workflow",
        "#/new-workflow?template=auto-merge-when-green",
        "#/why?delivery=11111111-0000-0000-0000-000000000007");
  }
}
