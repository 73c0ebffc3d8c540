package dev.bellwether.local.engine;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// DynamoDB Local in this process, in a class loader of its own: its tree holds an old Jackson and
/// a log4j configuration that would decide ours.
///
/// It has no option for the address it listens on, and by itself takes every one of the machine;
/// its connectors are told before it starts.
public final class DynamoDbLocal implements AutoCloseable {
  private static final String SERVER = "software.amazon.dynamodb.services.local.main.ServerRunner";

  /// By folder. Never closed: its database threads load classes after it has stopped.
  private static final Map<Path, ClassLoader> LOADERS = new ConcurrentHashMap<>();

  private final URI endpoint;
  private final Object server;

  private DynamoDbLocal(URI endpoint, Object server) {
    this.endpoint = endpoint;
    this.server = server;
  }

  /// Starts it from the jars that Maven collected.
  ///
  /// @param jars the folder they lie in
  /// @param data the folder that keeps the tables; in memory without it
  public static DynamoDbLocal start(Path jars, Optional<Path> data) throws IOException {
    quiet();
    var urls = urls(jars);
    var loader = LOADERS.computeIfAbsent(jars.toRealPath(), folder -> loader(urls));
    var port = FreePort.find();
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      var server =
          loader
              .loadClass(SERVER)
              .getMethod("createServerFromCommandLineArgs", String[].class)
              .invoke(null, (Object) arguments(port, data));
      listenOnLoopbackOnly(server);
      call(server, "start");
      return new DynamoDbLocal(URI.create("http://127.0.0.1:" + port), server);
    } catch (ReflectiveOperationException e) {
      throw new IOException("DynamoDB Local did not start from " + jars, cause(e));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static void listenOnLoopbackOnly(Object server) throws ReflectiveOperationException {
    var field = server.getClass().getDeclaredField("server");
    field.setAccessible(true);
    var jetty = field.get(server);
    var connectors = (Object[]) jetty.getClass().getMethod("getConnectors").invoke(jetty);
    for (Object connector : connectors) {
      connector.getClass().getMethod("setHost", String.class).invoke(connector, "127.0.0.1");
    }
  }

  /// Where it answers.
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() throws IOException {
    try {
      call(server, "stop");
    } catch (ReflectiveOperationException e) {
      throw new IOException("DynamoDB Local did not stop", cause(e));
    }
  }

  private static ClassLoader loader(URL[] urls) {
    return new URLClassLoader("dynamodb-local", urls, ClassLoader.getPlatformClassLoader());
  }

  /// Its log4j and its slf4j are its own, but they listen to the process's properties.
  private static void quiet() {
    var log = Objects.requireNonNull(DynamoDbLocal.class.getResource("dynamodb-local-log.xml"));
    System.setProperty("log4j2.configurationFile", log.toString());
    System.setProperty("slf4j.internal.verbosity", "ERROR");
  }

  private static void call(Object server, String method) throws ReflectiveOperationException {
    server.getClass().getMethod(method).invoke(server);
  }

  private static Throwable cause(ReflectiveOperationException e) {
    return e instanceof InvocationTargetException target ? target.getTargetException() : e;
  }

  private static String[] arguments(int port, Optional<Path> data) throws IOException {
    var arguments = new ArrayList<>(List.of("-port", "" + port, "-sharedDb", "-disableTelemetry"));
    if (data.isEmpty()) {
      arguments.add("-inMemory");
    } else {
      arguments.add("-dbPath");
      arguments.add(Files.createDirectories(data.get()).toAbsolutePath().toString());
    }
    return arguments.toArray(String[]::new);
  }

  private static URL[] urls(Path jars) throws IOException {
    if (!Files.isDirectory(jars)) {
      throw new IOException(
          "DynamoDB Local's jars are not in %s; `mvn package` collects them".formatted(jars));
    }
    var urls = new ArrayList<URL>();
    try (var files = Files.newDirectoryStream(jars, "*.jar")) {
      for (Path jar : files) {
        urls.add(url(jar));
      }
    }
    return urls.toArray(URL[]::new);
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }
}
