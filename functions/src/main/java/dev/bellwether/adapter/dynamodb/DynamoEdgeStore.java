package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.dynamodb.Table.Attempt;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.usecase.port.EdgeStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Keeps edges in the workflows table, those of one workflow version together.
///
/// An edge is forgotten 90 days after it was raised, else those of replaced versions would stay for
/// good; conditions that hold for longer fire again then.
public final class DynamoEdgeStore implements EdgeStore {
  private static final String REPOSITORY = "repository";
  private static final String SUBJECT = "subject";
  private static final String SINCE = "since";

  private final Table table;

  /// Works on the workflows table.
  public DynamoEdgeStore(Table table) {
    this.table = table;
  }

  @Override
  public boolean raise(Workflow workflow, Edge edge) {
    var item =
        key(workflow, edge.subject())
            .with(REPOSITORY, edge.subject().repository())
            .with(SUBJECT, edge.subject().text())
            .with(SINCE, edge.since().toString())
            .with(Item.EXPIRES_AT, Times.expiry(edge.since()));
    var now = AttributeValue.fromN(String.valueOf(table.now().getEpochSecond()));
    return table.put(
            item,
            request ->
                request
                    .conditionExpression(Table.ABSENT + " OR expires_at <= :now")
                    .expressionAttributeValues(Map.of(":now", now)))
        instanceof Attempt.Done;
  }

  @Override
  public List<Edge> raised(Workflow workflow) {
    return table.readable(table.under(pk(workflow)), DynamoEdgeStore::read);
  }

  @Override
  public void lower(Workflow workflow, Subject subject) {
    table.delete(key(workflow, subject));
  }

  private static Edge read(Item item) {
    var subject =
        Subject.parse(item.text(REPOSITORY).orElseThrow(), item.text(SUBJECT).orElseThrow());
    return new Edge(subject, Instant.parse(item.text(SINCE).orElseThrow()));
  }

  private static Item key(Workflow workflow, Subject subject) {
    return Item.at(pk(workflow), subject.repository() + " " + subject.text());
  }

  private static String pk(Workflow workflow) {
    return "edge#%s#%d".formatted(workflow.id(), workflow.version());
  }
}
