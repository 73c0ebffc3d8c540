package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.dynamodb.Table.Attempt;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.usecase.port.EdgeStore;
import java.time.Instant;
import java.util.List;

/// Keeps edges in the workflows table, those of one workflow version together.
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
            .with(SINCE, edge.since().toString());
    return table.put(item, request -> request.conditionExpression(Table.ABSENT))
        instanceof Attempt.Done;
  }

  @Override
  public List<Edge> raised(Workflow workflow) {
    return table.under(pk(workflow)).stream().map(DynamoEdgeStore::read).toList();
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
