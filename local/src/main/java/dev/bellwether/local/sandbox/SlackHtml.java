package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Shows Slack messages as Slack does, without loading anything from anywhere.
///
/// See <https://docs.slack.dev/messaging/formatting-message-text>.
final class SlackHtml {
  private static final Pattern MARK =
      Pattern.compile(
          """
          ```(?<block>.+?)```\
          |`(?<code>[^`\\n]+)`\
          |<(?<angle>[^<>\\n]+)>\
          |(?<![\\w*])\\*(?<bold>[^*\\n]+)\\*(?![\\w*])\
          |(?<![\\w_])_(?<italic>[^_\\n]+)_(?![\\w_])\
          |(?<![\\w~])~(?<strike>[^~\\n]+)~(?![\\w~])\
          """,
          Pattern.DOTALL);

  private SlackHtml() {}

  static Html message(JsonNode body) {
    var text = body.path("text").asText();
    if (body.path("blocks").isEmpty()) {
      return Html.all(
          text.isEmpty() ? Html.NOTHING : Html.element("p.text", mrkdwn(text)), attachments(body));
    }
    var notification =
        Html.element("p.quiet", Html.text("Notification: "), Html.text(unescape(text)));
    return Html.all(
        text.isEmpty() ? Html.NOTHING : notification,
        Html.each(items(body.path("blocks")), SlackHtml::block),
        attachments(body));
  }

  private static Html attachments(JsonNode body) {
    return Html.each(
        items(body.path("attachments")),
        attachment -> Html.element("div.attachment", message(attachment)));
  }

  private static Html block(JsonNode block) {
    return switch (block.path("type").asText()) {
      case "header" -> Html.element("h3", text(block.path("text")));
      case "divider" -> new Html("<hr>");
      case "context" ->
          Html.element("p.quiet", Html.each(items(block.path("elements")), SlackHtml::element));
      case "actions" ->
          Html.element("p", Html.each(items(block.path("elements")), SlackHtml::element));
      case "section" -> section(block);
      case "image" -> element(block);
      case "markdown" -> Html.element("p.text", Html.text(block.path("text").asText()));
      default -> Html.element("pre", block.toPrettyString());
    };
  }

  private static Html section(JsonNode block) {
    var fields =
        Html.each(items(block.path("fields")), field -> Html.element("div.text", text(field)));
    return Html.all(
        block.has("text") ? Html.element("p.text", text(block.path("text"))) : Html.NOTHING,
        block.has("fields") ? Html.element("div.fields", fields) : Html.NOTHING,
        block.has("accessory")
            ? Html.element("p", element(block.path("accessory")))
            : Html.NOTHING);
  }

  private static Html element(JsonNode element) {
    return switch (element.path("type").asText()) {
      case "button" ->
          Html.element(
              "span.button", Html.link(element.path("url").asText(), text(element.path("text"))));
      case "image" ->
          Html.element("span.pill", "Image: " + element.path("alt_text").asText("no description"));
      case "mrkdwn", "plain_text" -> Html.element("span.text", text(element));
      default -> Html.element("span.pill", element.path("type").asText());
    };
  }

  private static Html text(JsonNode text) {
    var source = text.path("text").asText();
    return text.path("type").asText().equals("mrkdwn") ? mrkdwn(source) : Html.text(source);
  }

  static Html mrkdwn(String source) {
    var html = new StringBuilder();
    var matcher = MARK.matcher(source);
    int end = 0;
    while (matcher.find()) {
      html.append(Html.text(unescape(source.substring(end, matcher.start()))).source());
      html.append(marked(matcher.toMatchResult()).source());
      end = matcher.end();
    }
    html.append(Html.text(unescape(source.substring(end))).source());
    return new Html(html.toString());
  }

  private static Html marked(MatchResult match) {
    if (match.group("block") != null) {
      return Html.element("pre", unescape(match.group("block").strip()));
    }
    if (match.group("code") != null) {
      return Html.element("code", unescape(match.group("code")));
    }
    if (match.group("angle") != null) {
      return angle(match.group("angle"));
    }
    if (match.group("bold") != null) {
      return Html.element("strong", mrkdwn(match.group("bold")));
    }
    return match.group("italic") != null
        ? Html.element("em", mrkdwn(match.group("italic")))
        : Html.element("s", mrkdwn(match.group("strike")));
  }

  /// Shows a link, or somebody who would be pinged.
  private static Html angle(String inside) {
    var parts = inside.split("\\|", 2);
    var shown = unescape(parts[parts.length - 1]);
    return switch (parts[0].charAt(0)) {
      case '@' -> Html.element("span.ping", "@" + shown.replaceFirst("^@", ""));
      case '!' -> Html.element("span.ping", "@" + shown.replaceFirst("^!", ""));
      case '#' -> Html.element("span.ping", "#" + shown.replaceFirst("^#", ""));
      default -> Html.link(unescape(parts[0]), Html.text(shown));
    };
  }

  private static String unescape(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static Stream<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
