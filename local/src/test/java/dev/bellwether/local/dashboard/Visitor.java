package dev.bellwether.local.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Somebody before the dashboard, with a browser window of their own; notes what the page complains
/// about, such as what its policy stops.
final class Visitor {
  private static final Path SHOTS = Path.of("target", "screenshots");

  /// What a browser says of an answer that the page expects and shows: it is no fault of the page.
  private static final Pattern ANSWER =
      Pattern.compile("the server responded with a status of (401|403|404|422)");

  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  /// Opens a window.
  Visitor(Browser browser, URI system, ColorScheme colours, int width) {
    var options =
        new Browser.NewContextOptions()
            .setColorScheme(colours)
            .setViewportSize(width, 800)
            .setReducedMotion(ReducedMotion.REDUCE);
    page = browser.newContext(options).newPage();
    page.setDefaultTimeout(15_000);
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !ANSWER.matcher(message.text()).find()) {
            complaints.add(message.text());
          }
        });
    page.navigate(system.toString());
  }

  Page page() {
    return page;
  }

  /// What the page complained about.
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  void signIn(String token) {
    page.getByLabel("Token", new Page.GetByLabelOptions().setExact(true)).fill(token);
    press("Sign in");
  }

  /// Goes to a page by the navigation, which is behind a button where there is no room for it.
  void goTo(String name) {
    var menu = page.locator("#menu");
    if (menu.isVisible() && "false".equals(menu.getAttribute("aria-expanded"))) {
      menu.click();
    }
    var pages = page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Pages"));
    pages
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .click();
    sees(name);
  }

  /// Waits for a page by its heading, with all that belongs to it.
  void sees(String heading) {
    assertThat(page.locator("h1")).hasText(heading);
    assertThat(page.locator("main [aria-busy='true']")).hasCount(0);
  }

  void follow(String link) {
    page.locator("main")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link))
        .first()
        .click();
  }

  void press(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
  }

  /// What the page says of what was done.
  Locator told() {
    return page.locator("#told");
  }

  /// Axe's rules for WCAG: what is serious or worse keeps somebody from using the page. And what
  /// scrolls sideways keeps them from reading it.
  void assertUsable() {
    var where = page.url();
    var overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    assertEquals(0, page.evaluate(overflow), where + " scrolls sideways");
    var serious =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                .map(rule -> rule.getId() + " at " + rule.getNodes().getFirst().getHtml())
                .toList();
    assertEquals(List.of(), serious, where);
  }

  /// Makes a picture of what is seen, for the README.
  void shoot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
  }
}
