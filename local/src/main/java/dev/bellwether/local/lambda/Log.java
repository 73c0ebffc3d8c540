package dev.bellwether.local.lambda;

/// Where functions and the runner write.
public interface Log {
  /// Takes a line that a function wrote.
  void function(String function, String line);

  /// Takes what somebody who watches should see.
  void notable(String line);
}
