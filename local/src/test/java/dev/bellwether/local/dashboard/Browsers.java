package dev.bellwether.local.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the Chromium and the Node.js of this machine; nothing is downloaded.
final class Browsers {
  private Browsers() {}

  /// Starts the driver; nothing where there is no Node.js.
  static Optional<Playwright> driver() {
    return found("PLAYWRIGHT_NODEJS_PATH", "/usr/bin/node", "/usr/local/bin/node")
        .map(
            node ->
                Playwright.create(
                    new Playwright.CreateOptions()
                        .setEnv(
                            Map.of(
                                "PLAYWRIGHT_NODEJS_PATH",
                                node.toString(),
                                "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                                "1"))));
  }

  /// Starts a browser; nothing where there is none.
  static Optional<Browser> chromium(Playwright driver) {
    return executable()
        .map(
            chromium ->
                driver
                    .chromium()
                    .launch(
                        new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            .setArgs(List.of("--no-sandbox"))));
  }

  /// Finds the browser.
  static Optional<Path> executable() {
    return found(
        "CHROMIUM_PATH",
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome");
  }

  /// Finds the first of some files; one that a variable names goes first.
  private static Optional<Path> found(String variable, String... paths) {
    return Stream.concat(Stream.ofNullable(System.getenv(variable)), Stream.of(paths))
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
