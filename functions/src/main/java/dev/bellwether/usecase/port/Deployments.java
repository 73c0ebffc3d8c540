package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Outcome;

/// Creates deployments, for whoever listens to them to carry out.
public interface Deployments {
  /// Creates a deployment. The result has its `deployment_id`.
  Outcome create(String repository, String marker, Deployment deployment);

  /// Creates the deployment unless one with its marker is there already.
  Outcome createOnce(String repository, String marker, Deployment deployment);

  /// What is to be deployed.
  ///
  /// @param ref a branch, a tag or a commit
  record Deployment(String ref, String environment, String description) {}
}
