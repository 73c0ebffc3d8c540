package dev.bellwether.local.docs;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A page in the making.
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  /// Begins a page, which says that nobody should edit it.
  static Markdown page(String title) {
    var page = new Markdown();
    page.text.append("<!-- Made from the code. ").append(ReferencePagesTest.HOW).append(" -->\n\n");
    page.text.append("# ").append(title).append('\n');
    return page;
  }

  Markdown heading(String title) {
    text.append("\n## ").append(title).append('\n');
    return this;
  }

  Markdown paragraph(String words) {
    text.append('\n').append(words).append('\n');
    return this;
  }

  Markdown table(List<String> head, List<List<String>> rows) {
    text.append('\n').append(row(head));
    text.append(row(head.stream().map(column -> "---").toList()));
    rows.forEach(cells -> text.append(row(cells)));
    return this;
  }

  Markdown json(String json) {
    text.append("\n```json\n").append(json).append("\n```\n");
    return this;
  }

  /// Writes a word as definitions do.
  static String code(String word) {
    return "`" + word + "`";
  }

  static String codes(List<String> words) {
    return words.stream().map(Markdown::code).collect(Collectors.joining(", "));
  }

  /// Links to a heading of a page, or of this one where the page is empty.
  static String link(String page, String heading) {
    var anchor = heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    return "[%s](%s#%s)".formatted(heading, page, anchor);
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
