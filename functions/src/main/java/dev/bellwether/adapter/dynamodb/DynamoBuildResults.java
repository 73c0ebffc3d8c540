package dev.bellwether.adapter.dynamodb;

import dev.bellwether.domain.sla.BuildResult;
import dev.bellwether.domain.sla.BuildResult.Color;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.usecase.port.BuildResults;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Keeps build results in the SLA table, those of one pull request together, for 90 days.
public final class DynamoBuildResults implements BuildResults {
  private static final String COMMIT = "commit_sha";
  private static final String COLOR = "color";
  private static final String ENDED_AT = "ended_at";

  private final Table table;

  /// Works on the SLA table.
  public DynamoBuildResults(Table table) {
    this.table = table;
  }

  @Override
  public void record(BuildResult result) {
    var ended = Times.text(result.at());
    table.put(
        Item.at(pk(result.pullRequest()), result.build())
            .with(COMMIT, result.commit())
            .with(COLOR, result.color().name().toLowerCase(Locale.ROOT))
            .with(ENDED_AT, ended)
            .with(Item.EXPIRES_AT, Times.expiry(result.at())),
        request ->
            request
                .conditionExpression(Table.ABSENT + " OR ended_at < :ended")
                .expressionAttributeValues(Map.of(":ended", AttributeValue.fromS(ended))));
  }

  @Override
  public List<BuildResult> red(Subject pullRequest) {
    return table.readable(table.under(pk(pullRequest)), item -> read(pullRequest, item)).stream()
        .filter(result -> result.color() == Color.RED)
        .toList();
  }

  private static BuildResult read(Subject pullRequest, Item item) {
    return new BuildResult(
        pullRequest,
        item.text(COMMIT).orElseThrow(),
        item.text(Item.SK).orElseThrow(),
        Color.valueOf(item.text(COLOR).orElseThrow().toUpperCase(Locale.ROOT)),
        Instant.parse(item.text(ENDED_AT).orElseThrow()));
  }

  private static String pk(Subject pullRequest) {
    return "builds#%s#%s".formatted(pullRequest.repository(), pullRequest.key());
  }
}
