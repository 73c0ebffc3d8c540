package dev.bellwether.local.engine;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scala.Function0;

/// ElasticMQ in this process: SQS, the JSON protocol included.
public final class ElasticMq implements AutoCloseable {
  private static final Duration LONG_ENOUGH = Duration.ofMillis(300);

  private final URI endpoint;
  private final Function0<?> stop;

  private ElasticMq(URI endpoint, Function0<?> stop) {
    this.endpoint = endpoint;
    this.stop = stop;
  }

  /// Starts it.
  ///
  /// @param data the folder that keeps the messages; in memory without it
  public static ElasticMq start(String region, String account, Optional<Path> data)
      throws IOException {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    var port = FreePort.find();
    var settings = new LinkedHashMap<String, Object>();
    settings.put("node-address.host", "127.0.0.1");
    settings.put("node-address.port", port);
    settings.put("rest-sqs.bind-hostname", "127.0.0.1");
    settings.put("rest-sqs.bind-port", port);
    settings.put("aws.region", region);
    settings.put("aws.accountId", account);
    settings.put("pekko.loglevel", "OFF");
    settings.put("pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off");
    if (data.isPresent()) {
      settings.putAll(storage(Files.createDirectories(data.get())));
    }
    var config =
        new ElasticMQServerConfig(
            ConfigFactory.parseMap(settings).withFallback(ConfigFactory.load()));
    return new ElasticMq(
        URI.create("http://127.0.0.1:" + port), new ElasticMQServer(config).start());
  }

  /// Without `WRITE_DELAY=0` H2 keeps the last half second in memory, and a killed process loses
  /// messages it has acknowledged.
  private static Map<String, Object> storage(Path data) {
    return Map.of(
        "messages-storage.enabled",
        true,
        "messages-storage.driver-class",
        "org.h2.Driver",
        "messages-storage.uri",
        "jdbc:h2:file:%s;WRITE_DELAY=0".formatted(data.toAbsolutePath().resolve("elasticmq")),
        "messages-storage.username",
        "sa");
  }

  /// Where it answers.
  public URI endpoint() {
    return endpoint;
  }

  /// Stops it, and does not wait for long: receive calls that nobody reads any more hold it up for
  /// as long as they may last, and what it has acknowledged is on disk.
  @Override
  public void close() {
    var stopping = Thread.ofPlatform().daemon().name("elasticmq-stop").start(stop::apply);
    try {
      var _ = stopping.join(LONG_ENOUGH);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
