package dev.bellwether.local.lambda;

import dev.bellwether.local.lambda.RuntimeApi.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A function as Lambda runs it: a process of its own under AWS's Runtime Interface Client, which
/// makes the handler, reads its events and writes its answers. Linux only, as the client is.
final class FunctionProcess implements AutoCloseable {
  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final String NATIVE_LIBRARY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
  private static final long PATIENCE_SECONDS = 60;

  private final RuntimeApi api;
  private final Process process;
  private final Path log;

  private FunctionProcess(RuntimeApi api, Process process, Path log) {
    this.api = api;
    this.process = process;
    this.log = log;
  }

  /// How a function is initialised, as `AWS_LAMBDA_INITIALIZATION_TYPE` has it.
  enum Initialization {
    ON_DEMAND("on-demand"),
    SNAP_START("snap-start");

    private final String name;

    Initialization(String name) {
      this.name = name;
    }
  }

  /// Starts a function; its class path is this process's.
  ///
  /// @param handler as in the template: class, two colons, method
  /// @param folder where the log and the client's native library go
  /// @param variables its environment, and all of it but what Lambda itself sets
  static FunctionProcess start(
      String handler, Initialization initialization, Path folder, Map<String, String> variables)
      throws IOException {
    var function = handler.replaceAll("^.*\\.|::.*$", "");
    var api = RuntimeApi.start(function);
    var log = folder.resolve(function + ".log");
    var builder =
        new ProcessBuilder(command(handler, folder))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(lambda(function, handler, initialization, api));
    builder.environment().putAll(variables);
    var process = builder.start();
    var _ =
        process
            .onExit()
            .thenAccept(gone -> api.fail("%s ended with %d".formatted(function, gone.exitValue())));
    return new FunctionProcess(api, process, log);
  }

  /// Waits until the function polls for events.
  FunctionProcess ready() {
    join(api.ready());
    return this;
  }

  /// Waits until the function under SnapStart is at the point of its snapshot.
  FunctionProcess checkpointed() {
    join(api.checkpointed());
    return this;
  }

  /// Lets the function under SnapStart go on, and waits until it polls for events.
  FunctionProcess restored() {
    api.restore();
    return ready();
  }

  /// Invokes the function.
  Result invoke(String event) {
    return join(api.invoke(event));
  }

  /// Reads what the function has written so far.
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + log, e);
    }
  }

  /// Lists the calls to the Runtime API.
  List<String> trace() {
    return api.trace();
  }

  /// Ends the process first: it would complain of every poll that breaks off.
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    api.close();
  }

  private <T> T join(CompletableFuture<T> result) {
    try {
      return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("%s; its log:%n%s".formatted(e, log()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  /// Without the first property, functions that start at once overwrite each other's mapped library
  /// in the folder for temporary files, and die of it. Without the second, the hooks of `org.crac`
  /// silently never fire outside Lambda.
  private static List<String> command(String handler, Path folder) throws IOException {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-D%s=%s".formatted(NATIVE_LIBRARY, nativeLibrary(folder)),
        "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
        "-classpath",
        System.getProperty("java.class.path"),
        CLIENT,
        handler);
  }

  private static Path nativeLibrary(Path folder) throws IOException {
    var machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    var file = Files.createTempFile(folder, "libaws-lambda-jni", ".so");
    try (var in =
        FunctionProcess.class.getResourceAsStream(
            "/jni/libaws-lambda-jni.linux-%s.so".formatted(machine))) {
      if (in == null) {
        throw new IOException("The Runtime Interface Client has no library for " + machine);
      }
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  private static Map<String, String> lambda(
      String function, String handler, Initialization initialization, RuntimeApi api) {
    return Map.of(
        "AWS_LAMBDA_RUNTIME_API",
        api.address(),
        "_HANDLER",
        handler,
        "AWS_LAMBDA_INITIALIZATION_TYPE",
        initialization.name,
        "AWS_LAMBDA_FUNCTION_NAME",
        function,
        "AWS_LAMBDA_FUNCTION_VERSION",
        "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        "512",
        "AWS_LAMBDA_LOG_GROUP_NAME",
        "/aws/lambda/" + function,
        "AWS_LAMBDA_LOG_STREAM_NAME",
        "local",
        "AWS_REGION",
        "eu-west-1",
        "LAMBDA_TASK_ROOT",
        System.getProperty("user.dir"));
  }
}
