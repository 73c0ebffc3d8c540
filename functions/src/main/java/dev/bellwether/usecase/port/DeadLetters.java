package dev.bellwether.usecase.port;

import java.util.List;
import java.util.OptionalInt;

/// Looks into the queues, and gives what could not be done another try.
public interface DeadLetters {
  /// As many as are moved well before a request is over.
  int MOST_AT_ONCE = 300;

  /// A queue, and the one that takes what could not be done. Numbers are approximate, as SQS gives
  /// them.
  ///
  /// @param waiting to be done, those with a delay among them
  /// @param inFlight being done
  /// @param dead could not be done
  /// @param isRedrivable whether they can be given another try
  record Depth(String queue, long waiting, long inFlight, long dead, boolean isRedrivable) {}

  /// Lists the queues.
  List<Depth> depths();

  /// Sends what is dead of a queue back to it, up to [#MOST_AT_ONCE] messages. What is sent twice,
  /// should it die on the way, is done once: messages say only what to look after.
  ///
  /// @return how many; nothing where there is no such queue, or what died came from no queue
  OptionalInt redrive(String queue);
}
