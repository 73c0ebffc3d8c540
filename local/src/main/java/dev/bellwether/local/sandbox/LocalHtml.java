package dev.bellwether.local.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// What the local pages have in common.
final class LocalHtml {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private LocalHtml() {}

  /// Shows a time of day, and the whole of it to whoever asks.
  static Html time(Instant at) {
    return new Html(
        "<time datetime=\"%s\" title=\"%s\">%s</time>".formatted(at, at, CLOCK.format(at)));
  }

  static String page(String title, Html content) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>%s · Bellwether local</title>
    <link rel="stylesheet" href="/_local/local.css">
    <script src="/_local/refresh.js" defer></script>
    </head>
    <body>
    <nav aria-label="Local pages"><a href="/_local">Bellwether local</a><a href="/">Dashboard</a>\
    <a href="/_local/github">GitHub</a><a href="/_local/outbox">Outbox</a></nav>
    <main>
    <h1>%s</h1>
    %s
    </main>
    </body>
    </html>
    """
        .formatted(Html.text(title).source(), Html.text(title).source(), content.source());
  }
}
