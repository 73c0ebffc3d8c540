package dev.bellwether.function;

import dev.bellwether.adapter.dynamodb.DynamoTokenStore;
import dev.bellwether.usecase.ManageTokens;
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
}
