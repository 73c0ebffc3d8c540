package dev.bellwether.function;

import dev.bellwether.adapter.dynamodb.DynamoAuditStore;
import dev.bellwether.adapter.dynamodb.DynamoFinishedExecutions;
import dev.bellwether.adapter.dynamodb.DynamoRequestStore;
import dev.bellwether.adapter.dynamodb.DynamoTokenStore;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.usecase.AuditExecutions;
import dev.bellwether.usecase.AuditTrail;
import dev.bellwether.usecase.ManageTokens;
import dev.bellwether.usecase.port.RequestStore;
import java.security.SecureRandom;

/// Builds what says who may do what.
public final class AccessWiring {
  private final AwsWiring aws;

  AccessWiring(AwsWiring aws) {
    this.aws = aws;
  }

  /// Gives access by tokens and takes it away.
  public ManageTokens tokens() {
    return new ManageTokens(new DynamoTokenStore(aws.accessTable()), new SecureRandom());
  }

  /// Remembers requests that may come again.
  public RequestStore requests() {
    return new DynamoRequestStore(aws.accessTable());
  }

  /// Writes down what executions did.
  public AuditExecutions auditExecutions() {
    var finished = new DynamoFinishedExecutions(aws.executionsTable());
    return new AuditExecutions(finished, auditTrail(), Json::write);
  }

  /// Writes down who did what.
  public AuditTrail auditTrail() {
    return new AuditTrail(new DynamoAuditStore(aws.auditTable()));
  }
}
