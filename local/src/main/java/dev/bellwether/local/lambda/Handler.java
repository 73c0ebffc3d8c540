package dev.bellwether.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// One instance of a handler class, called with JSON and answering in JSON.
///
/// It treats types as Lambda's Java runtime does: those of `aws-lambda-java-events` it knows go
/// through their own serializers, the others through its plain one.
final class Handler {
  private final RequestHandler<Object, Object> handler;
  private final PojoSerializer<Object> input;
  private final PojoSerializer<Object> output;
  private final boolean answers;

  private Handler(RequestHandler<Object, Object> handler, Method method) {
    this.handler = handler;
    this.input = serializer(method, method.getParameterTypes()[0]);
    this.output = serializer(method, method.getReturnType());
    this.answers = method.getReturnType() != Void.class;
  }

  /// Makes an instance by the constructor whose one parameter is made by a static method `of(Map,
  /// InstantSource)`: the variables and the time.
  ///
  /// @throws IllegalArgumentException when the class is missing or is no such handler, naming it
  static Handler of(String className, Map<String, String> variables, InstantSource clock) {
    try {
      var type = Class.forName(className);
      if (!RequestHandler.class.isAssignableFrom(type)) {
        throw new IllegalArgumentException(className + " is no RequestHandler");
      }
      @SuppressWarnings("unchecked")
      var handler = (RequestHandler<Object, Object>) instance(type, variables, clock);
      return new Handler(handler, method(type));
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          "%s cannot be made: %s".formatted(className, e.getTargetException()),
          e.getTargetException());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("%s cannot be made: %s".formatted(className, e), e);
    }
  }

  private static Object instance(Class<?> type, Map<String, String> variables, InstantSource clock)
      throws ReflectiveOperationException {
    for (Constructor<?> constructor : type.getConstructors()) {
      var of = environmentFactory(constructor);
      if (of.isPresent()) {
        return constructor.newInstance(of.get().invoke(null, variables, clock));
      }
    }
    throw new NoSuchMethodException(type.getSimpleName() + "(Environment)");
  }

  private static Optional<Method> environmentFactory(Constructor<?> constructor) {
    if (constructor.getParameterCount() != 1) {
      return Optional.empty();
    }
    try {
      var type = constructor.getParameterTypes()[0];
      return Optional.of(type.getMethod("of", Map.class, InstantSource.class));
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }

  private static Method method(Class<?> type) throws NoSuchMethodException {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals("handleRequest") && !method.isBridge())
        .filter(method -> method.getParameterCount() == 2)
        .findFirst()
        .orElseThrow(() -> new NoSuchMethodException("handleRequest(event, Context)"));
  }

  byte[] call(byte[] event, Context context) {
    var answer = handler.handleRequest(input.fromJson(new ByteArrayInputStream(event)), context);
    if (!answers) {
      return "null".getBytes(StandardCharsets.UTF_8);
    }
    var json = new ByteArrayOutputStream();
    output.toJson(answer, json);
    return json.toByteArray();
  }

  @SuppressWarnings("unchecked")
  private static PojoSerializer<Object> serializer(Method method, Class<?> type) {
    var loader = method.getDeclaringClass().getClassLoader();
    return (PojoSerializer<Object>)
        (LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
            ? LambdaEventSerializers.serializerFor(type, loader)
            : JacksonFactory.getInstance().getSerializer(type));
  }
}
