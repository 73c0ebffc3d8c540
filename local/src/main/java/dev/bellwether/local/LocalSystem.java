package dev.bellwether.local;

import dev.bellwether.local.engine.Aws;
import dev.bellwether.local.engine.AwsFront;
import dev.bellwether.local.engine.EventBus;
import dev.bellwether.local.engine.Loopback;
import dev.bellwether.local.engine.Secrets;
import dev.bellwether.local.engine.Topics;
import dev.bellwether.local.lambda.FunctionFailedException;
import dev.bellwether.local.lambda.HttpFront;
import dev.bellwether.local.lambda.QueueReader;
import dev.bellwether.local.lambda.Schedules;
import dev.bellwether.local.template.QueueSource;
import dev.bellwether.local.template.Schedule;
import dev.bellwether.local.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// The system that a template describes, running in this process.
///
/// One at a time in a process, because the AWS SDK is told its endpoints by system properties.
public final class LocalSystem implements AutoCloseable {
  private static final AtomicBoolean RUNNING = new AtomicBoolean();

  private final Template template;
  private final Aws endpoints;
  private final Functions functions;
  private final Schedules schedules;
  private final URI url;
  private final Closing closing;

  private LocalSystem(
      Template template,
      Aws endpoints,
      Functions functions,
      Schedules schedules,
      URI url,
      Closing closing) {
    this.template = template;
    this.endpoints = endpoints;
    this.functions = functions;
    this.schedules = schedules;
    this.url = url;
    this.closing = closing;
  }

  /// Starts it; when this returns, it answers, and each schedule has called its function once.
  ///
  /// @throws IOException when an engine does not start, a rule's pattern is none, or the port is
  ///   taken
  /// @throws IllegalArgumentException when a handler cannot be made or a schedule is none
  /// @throws IllegalStateException when another one runs in this process
  public static LocalSystem start(Template template, LocalConfig config) throws IOException {
    if (!RUNNING.compareAndSet(false, true)) {
      throw new IllegalStateException("A local system is running in this process already");
    }
    var closing = new Closing();
    closing.add(() -> RUNNING.set(false));
    try {
      return start(template, config, closing);
    } catch (IOException | RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  private static LocalSystem start(Template template, LocalConfig config, Closing closing)
      throws IOException {
    var server = Loopback.server(config.port());
    closing.add(() -> server.stop(0));
    var engines = closing.add(Engines.start(config));
    var functions = closing.add(new Functions());
    var aws =
        closing.add(
            AwsFront.start(
                new EventBus(template, config.clock(), functions::callSoon),
                new Topics(template.topics(), config.mailer()),
                new Secrets(template.secrets(), config.secrets())));
    var endpoints = new Aws(engines.dynamoDb(), engines.sqs(), aws.endpoint());
    endpoints.tellThisProcess();

    var stores = closing.add(Stores.create(template));
    functions.open(template, config, stores.sqs());
    for (QueueSource source : template.queueSources()) {
      closing.add(
          QueueReader.start(
              source,
              template.queue(source.queueArn()),
              functions.get(source.function()),
              stores.sqs(),
              config.log()));
    }
    var schedules =
        closing.add(
            new Schedules(template.schedules(), config.clock(), functions::callSoon, config.log()));
    var front =
        new HttpFront(
            template.routes(), functions::get, config.clock(), config.listener(), config.log());
    server.createContext("/", front);
    config.pages().forEach(server::createContext);
    server.start();
    schedules.start();
    return new LocalSystem(
        template, endpoints, functions, schedules, Loopback.uri(server), closing);
  }

  /// Where the HTTP API answers.
  public URI url() {
    return url;
  }

  /// Tells another process, by its environment, where the engines are.
  public Map<String, String> awsEnvironment() {
    return endpoints.environment();
  }

  /// The variables of a function, as its handler has them.
  public Map<String, String> environment(String function) {
    return functions.get(function).environment();
  }

  /// Calls a function and waits for its answer, both in JSON.
  public String invoke(String function, String event)
      throws FunctionFailedException, InterruptedException {
    return new String(
        functions.get(function).invoke(event.getBytes(StandardCharsets.UTF_8)),
        StandardCharsets.UTF_8);
  }

  /// Calls what a schedule calls, now, and waits for it.
  ///
  /// @param schedule its function's logical id and its own: `SlaCheckFunctionEvery`
  public String fire(String schedule) throws FunctionFailedException, InterruptedException {
    for (Schedule candidate : template.schedules()) {
      if (candidate.id().equals(schedule)) {
        return invoke(candidate.function(), schedules.event(candidate));
      }
    }
    throw new IllegalArgumentException("there is no schedule " + schedule);
  }

  /// Calls every schedule that is due by the clock; for a clock that is set by hand.
  public void tick() {
    schedules.tick();
  }

  @Override
  public void close() {
    closing.close();
  }
}
