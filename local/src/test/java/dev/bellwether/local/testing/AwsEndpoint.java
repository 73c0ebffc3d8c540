package dev.bellwether.local.testing;

import java.net.URI;
import java.util.Optional;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/// The AWS that contracts run against in place of the embedded engines, when one is named: by
/// `AWS_ENDPOINT_URL`, or by the profile `localstack`, which starts a container (and needs Docker).
public final class AwsEndpoint {
  private static final Optional<URI> NAMED = named();

  private AwsEndpoint() {}

  /// Where it answers; nothing when the embedded engines are to be used.
  public static Optional<URI> external() {
    return NAMED;
  }

  private static Optional<URI> named() {
    return text(System.getenv("AWS_ENDPOINT_URL"))
        .map(URI::create)
        .or(() -> text(System.getProperty("bellwether.localstack")).map(AwsEndpoint::localStack));
  }

  private static Optional<String> text(String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  /// Testcontainers removes the container when this process has ended.
  @SuppressWarnings("resource")
  private static URI localStack(String image) {
    var container = new LocalStackContainer(DockerImageName.parse(image));
    container.start();
    return container.getEndpoint();
  }
}
