package dev.bellwether.local.dashboard;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.bellwether.local.testing.SettableTime;
import dev.bellwether.local.testing.WholeSystem;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Somebody with a browser before the whole system. Skipped where there is no Chromium or no
/// Node.js.
abstract class BrowserTest {
  /// What people on GitHub may call a pull request.
  static final String HOSTILE = "=1+1 <img src=x onerror=alert(1)>";

  private final SettableTime time = new SettableTime(Happenings.NINE);

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

  final Visitor visitor(ColorScheme colours, int width) {
    return new Visitor(Objects.requireNonNull(browser), system().system().url(), colours, width);
  }

  final WholeSystem system() {
    return Objects.requireNonNull(whole);
  }

  final Happenings happenings() {
    return new Happenings(system(), time);
  }
}
