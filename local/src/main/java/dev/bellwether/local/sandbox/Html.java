package dev.bellwether.local.sandbox;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A piece of HTML. What is not markup of ours gets in by [#text] only, which escapes it.
record Html(String source) {
  static final Html NOTHING = new Html("");

  /// Makes text of what it says, whatever it says.
  static Html text(String text) {
    return new Html(
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;"));
  }

  /// Makes an element.
  ///
  /// @param kind its name and classes, as in `span.pill`; always a constant
  static Html element(String kind, Html... content) {
    var names = kind.split("\\.", 2);
    var classes = names.length > 1 ? " class=\"" + names[1].replace('.', ' ') + "\"" : "";
    return new Html("<%s%s>%s</%s>".formatted(names[0], classes, all(content).source, names[0]));
  }

  static Html element(String kind, String text) {
    return element(kind, text(text));
  }

  /// Makes a link; where it would not lead to a web page, only its text.
  static Html link(String address, Html content) {
    if (!address.matches("(?i)(https?://|/(?!/)).*")) {
      return content;
    }
    return new Html(
        "<a href=\"%s\" rel=\"noreferrer\">%s</a>".formatted(text(address).source, content.source));
  }

  /// Makes a text to unfold.
  ///
  /// @param id stays the same from one refresh of the page to the next; always a constant or a
  ///   number
  static Html details(String id, String title, String text) {
    var content = all(element("summary", title), element("pre", text));
    return new Html("<details id=\"%s\">%s</details>".formatted(id, content.source));
  }

  static Html all(Html... parts) {
    return new Html(Arrays.stream(parts).map(Html::source).collect(Collectors.joining()));
  }

  static <T> Html each(Collection<T> items, Function<T, Html> shape) {
    return each(items.stream(), shape);
  }

  static <T> Html each(Stream<T> items, Function<T, Html> shape) {
    return new Html(items.map(shape).map(Html::source).collect(Collectors.joining()));
  }
}
