package dev.bellwether.local;

import dev.bellwether.local.engine.Loopback;
import dev.bellwether.local.template.Template;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;

/// The command behind `mvn -Plocal`.
public final class Local {
  /// It ended as it should.
  static final int DONE = 0;

  /// It could not start, or a sent sample was not taken.
  static final int FAILED = 1;

  /// It was told something that cannot be.
  static final int MISUSED = 2;

  private final Path root;
  private final PrintStream out;
  private final PrintStream err;

  Local(Path root, PrintStream out, PrintStream err) {
    this.root = root;
    this.out = out;
    this.err = err;
  }

  /// Runs until it is interrupted.
  public static void main(String[] arguments) {
    var root = Path.of(System.getProperty("bellwether.root", "."));
    var local = new Local(root, System.out, System.err);
    System.exit(local.run(List.of(arguments), System.getenv()));
  }

  /// Runs, and says how it ended.
  int run(List<String> arguments, Map<String, String> environment) {
    try {
      var given = Given.of(arguments, environment);
      if (given.has(Option.HELP)) {
        out.println("mvn -Plocal [-Dlocal.args=\"FLAG...\"]\n\n" + Option.help());
        return DONE;
      }
      var settings = Settings.from(given);
      var sample = given.value(Option.SEND);
      return sample.isPresent() ? send(sample.get(), settings) : serve(settings);
    } catch (SettingsException e) {
      err.println(e.getMessage() + "; --help shows what there is");
      return MISUSED;
    } catch (BindException e) {
      err.println("The port is taken; choose another with --port or BELLWETHER_PORT");
    } catch (IOException | IllegalArgumentException e) {
      err.println(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return FAILED;
  }

  private int send(String sample, Settings settings) throws IOException, InterruptedException {
    var instance = URI.create("http://127.0.0.1:" + settings.port());
    var given = Path.of(sample);
    var file = Files.exists(given) ? given : root.resolve("events").resolve(sample);
    return new Sender(instance, settings).send(file, out) ? DONE : FAILED;
  }

  private int serve(Settings settings) throws IOException, InterruptedException {
    Loopback.prepare();
    silenceOutput();
    var closing = new Closing();
    try {
      if (settings.data().isPresent()) {
        closing.add(DataLock.take(settings.data().get()));
      }
      var log = closing.add(ConsoleLog.open(err, settings));
      var outside = closing.add(Outside.start(settings));
      var template = Template.read(templateFile(settings), parameters(settings));
      var system = closing.add(LocalSystem.start(template, config(settings, outside, log)));
      if (settings.samples()) {
        new Samples(root.resolve("events"), settings.data())
            .send(new Sender(system.url(), settings));
      }
      out.println(Banner.text(system.url(), settings, outside.gitHub(), millisSinceStart()));
      stopAtExit(closing);
      new CountDownLatch(1).await();
      return DONE;
    } finally {
      closing.close();
    }
  }

  private Path templateFile(Settings settings) throws IOException {
    var file = settings.template().orElse(root.resolve("template.yaml"));
    if (!Files.isRegularFile(file)) {
      throw new IOException("There is no template " + file);
    }
    return file;
  }

  /// Our own template's topics have readers in the outbox, unless others are named.
  private static Map<String, String> parameters(Settings settings) throws IOException {
    var parameters = new LinkedHashMap<String, String>();
    if (settings.template().isEmpty()) {
      var usual = new Properties();
      try (var file = Local.class.getResourceAsStream("parameters.properties")) {
        usual.load(file);
      }
      usual.stringPropertyNames().forEach(name -> parameters.put(name, usual.getProperty(name)));
    }
    parameters.putAll(settings.parameters());
    return parameters;
  }

  private static LocalConfig config(Settings settings, Outside outside, ConsoleLog log)
      throws IOException {
    return LocalConfig.of(dynamoDbJars(), outside.mailer(), log)
        .withPort(settings.port())
        .withData(settings.data())
        .withSecrets(outside.secrets())
        .withVariables(outside.variables())
        .withClock(settings.clock())
        .withPages(outside.pages())
        .withListener(outside::learn);
  }

  private static Path dynamoDbJars() {
    return Path.of(
        System.getProperty("bellwether.dynamodb-local", "local/dynamodb-local/target/lib"));
  }

  /// The engines print banners of their own.
  private static void silenceOutput() {
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
  }

  private static void stopAtExit(Closing closing) {
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(closing::close));
  }

  private static long millisSinceStart() {
    return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
  }
}
