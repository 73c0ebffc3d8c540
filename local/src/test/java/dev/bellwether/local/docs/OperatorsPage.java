package dev.bellwether.local.docs;

import static dev.bellwether.local.docs.Markdown.code;

import dev.bellwether.domain.condition.Operator;
import java.util.Arrays;
import java.util.List;

/// Every operator and what it compares with.
final class OperatorsPage {
  private OperatorsPage() {}

  static String text() {
    return Markdown.page("Operators")
        .paragraph(
            """
            How a condition compares: `{"field": "title", "operator": "contains", "value": "urgent"}`, or with another fact:
            `{"field": "reviewer", "operator": "ne", "value_from": "author"}`. Of a missing fact, and of values of different
            types, a comparison is *unknown*, neither true nor false; a number and a numeric text compare as numbers.\
            """)
        .table(
            List.of("operator", "holds when the fact", "compared with", "example"),
            Arrays.stream(Operator.values()).map(OperatorsPage::row).toList())
        .toString();
  }

  private static List<String> row(Operator operator) {
    return List.of(
        code(operator.wireName()),
        operator.description(),
        operator.takes().inWords(),
        code(operator.example()));
  }
}
