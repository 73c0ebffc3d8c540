package dev.bellwether.function;

import dev.bellwether.adapter.dynamodb.DynamoAuditStore;
import dev.bellwether.adapter.dynamodb.DynamoFinishedExecutions;
import dev.bellwether.adapter.dynamodb.DynamoRequestStore;
import dev.bellwether.adapter.dynamodb.DynamoTokenStore;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.oidc.OidcTokens;
import dev.bellwether.adapter.oidc.OidcTokens.Claims;
import dev.bellwether.usecase.AuditExecutions;
import dev.bellwether.usecase.AuditTrail;
import dev.bellwether.usecase.ManageTokens;
import dev.bellwether.usecase.port.IdentityTokens;
import dev.bellwether.usecase.port.RequestStore;
import java.security.SecureRandom;
import java.util.Optional;

/// Builds what says who may do what.
public final class AccessWiring {
  private final Environment environment;
  private final AwsWiring aws;

  AccessWiring(Environment environment, AwsWiring aws) {
    this.environment = environment;
    this.aws = aws;
  }

  /// Lets in who has a token of the identity provider, where one is set up.
  public Optional<IdentityTokens> identities() {
    return environment
        .optional("OIDC_ISSUER")
        .map(
            issuer ->
                new OidcTokens(
                    issuer,
                    environment.required("OIDC_AUDIENCE"),
                    new Claims(
                        environment.optional("OIDC_ROLE_CLAIM").orElse("bellwether_role"),
                        environment.optional("OIDC_NAME_CLAIM").orElse("sub"))));
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
