package dev.bellwether.function.action;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// An invocation that keeps its log.
final class RecordingContext implements Context {
  final StringBuilder log = new StringBuilder();
  int remainingMillis = 30_000;

  List<JsonNode> lines() {
    return log.toString().lines().map(Json::read).toList();
  }

  @Override
  public String getAwsRequestId() {
    return "request-1";
  }

  @Override
  public int getRemainingTimeInMillis() {
    return remainingMillis;
  }

  @Override
  public LambdaLogger getLogger() {
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        log.append(message);
      }

      @Override
      public void log(byte[] message) {
        log.append(new String(message, StandardCharsets.UTF_8));
      }
    };
  }

  @Override
  public String getLogGroupName() {
    return "";
  }

  @Override
  public String getLogStreamName() {
    return "";
  }

  @Override
  public String getFunctionName() {
    return "ActionFunction";
  }

  @Override
  public String getFunctionVersion() {
    return "1";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "";
  }

  @Override
  public CognitoIdentity getIdentity() {
    throw new UnsupportedOperationException("No function of ours asks who called");
  }

  @Override
  public ClientContext getClientContext() {
    throw new UnsupportedOperationException("No function of ours asks who called");
  }

  @Override
  public int getMemoryLimitInMB() {
    return 512;
  }
}
