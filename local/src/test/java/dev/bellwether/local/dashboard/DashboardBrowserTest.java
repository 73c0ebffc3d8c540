package dev.bellwether.local.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.bellwether.local.system.Payloads;
import dev.bellwether.local.testing.HttpCalls;
import dev.bellwether.local.testing.SettableTime;
import dev.bellwether.local.testing.WholeSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody with a browser before the whole system: signs in, sees that a build is late, and takes
/// care of it. Skipped where there is no Chromium or no Node.js.
class DashboardBrowserTest {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");

  private final SettableTime time = new SettableTime(NINE);
  private final List<String> complaints = new ArrayList<>();

  private Optional<Playwright> driver = Optional.empty();
  private @Nullable WholeSystem whole;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(Browsers.executable().isPresent(), "No Chromium is installed");
    driver = Browsers.driver();
    assumeTrue(driver.isPresent(), "No Node.js is installed");
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
  void a_late_build_is_taken_care_of_in_the_light_in_the_dark_and_on_a_phone() throws Exception {
    var browser = driver.flatMap(Browsers::chromium).orElseThrow();
    buildIsLate();
    var light = page(browser, ColorScheme.LIGHT, 1280);

    light.navigate(system().system().url().toString());
    signIn(light, "bwt_nonsense");
    assertThat(light.getByRole(AriaRole.ALERT)).containsText("This token lets nobody in");
    signIn(light, HttpCalls.ADMIN_TOKEN);
    var incidents = light.locator("#incidents");
    assertThat(incidents).containsText("Build time of octo-org/hello-world");
    assertThat(incidents).containsText("triggered");

    incidents.getByRole(AriaRole.BUTTON, named("Acknowledge")).click();
    assertThat(incidents).containsText("acknowledged");
    assertThat(incidents).containsText("admin has it for");
    assertThat(light.locator("#audit")).containsText("POST /v1/incidents/{}/acknowledge");
    assertThat(light.locator("#queues")).containsText("actions");
    assertAccessible(light);
    light.screenshot(shot("light"));

    light.reload();
    assertThat(light.locator("#incidents")).containsText("acknowledged");
    assertEquals("undefined", light.evaluate("typeof sessionStorage['bellwether-admin-token']"));
    assertFalse(String.valueOf(light.evaluate("document.cookie")).contains("bellwether"));

    light.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();
    assertThat(light.getByLabel("Token")).isVisible();

    for (var width : List.of(1280, 360)) {
      var dark = page(browser, ColorScheme.DARK, width);
      dark.navigate(system().system().url().toString());
      signIn(dark, HttpCalls.ADMIN_TOKEN);
      assertThat(dark.locator("#incidents")).containsText("acknowledged");
      var overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      assertEquals(0, dark.evaluate(overflow), "it scrolls sideways at " + width);
      assertAccessible(dark);
      dark.screenshot(shot("dark-" + width));
    }
    assertEquals(List.of(), complaints);
  }

  /// Axe's rules for WCAG; what is serious or worse keeps somebody from using the page.
  private static void assertAccessible(Page page) {
    assertThat(page.locator("[aria-busy='true']")).hasCount(0);
    var serious =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                .map(rule -> rule.getId() + " at " + rule.getNodes().getFirst().getHtml())
                .toList();
    assertEquals(List.of(), serious);
  }

  private void buildIsLate() throws Exception {
    var id = "44444444-0000-0000-0000-000000000001";
    var payload = Payloads.build("requested", 7001, NINE, NINE);
    system().http().webhook("workflow_run", id, payload);
    time.pass(Duration.ofSeconds(601));
    system().system().fire("SlaCheckFunctionSweep");
    system().await("the incident", this::isKnown);
  }

  private boolean isKnown() {
    try {
      return !system().http().get("/v1/incidents").path("items").isEmpty();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void signIn(Page page, String token) {
    page.getByLabel("Token").fill(token);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
  }

  /// Opens a page of its own; what it complains about, such as its policy, is gathered.
  private Page page(Browser browser, ColorScheme colours, int width) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setColorScheme(colours)
                .setViewportSize(width, 900)
                .setReducedMotion(ReducedMotion.REDUCE));
    var page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          var isExpected = message.text().contains("status of 401");
          if (message.type().equals("error") && !isExpected) {
            complaints.add(message.text());
          }
        });
    return page;
  }

  private static Locator.GetByRoleOptions named(String start) {
    return new Locator.GetByRoleOptions().setName(Pattern.compile("^" + start));
  }

  private static Page.ScreenshotOptions shot(String name) {
    return new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true);
  }

  private WholeSystem system() {
    return Objects.requireNonNull(whole);
  }
}
