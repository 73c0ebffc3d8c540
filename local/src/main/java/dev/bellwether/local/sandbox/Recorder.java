package dev.bellwether.local.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/// Answers requests out of the world, one after another, and writes each down before its answer
/// leaves: what a caller was told survives a kill.
final class Recorder implements AutoCloseable {
  private final World world;
  private final Ledger<Call> journal;
  private final List<Consumer<Call>> listeners = new CopyOnWriteArrayList<>();
  private final List<Throwable> complaints = new CopyOnWriteArrayList<>();

  Recorder(World world, Optional<Path> file) {
    this.world = world;
    this.journal = Ledger.open(file, Call::toJson, Call::from, this::repeat);
  }

  /// Answers a call.
  Reply answer(Request request) {
    return heard(request, world::answer);
  }

  /// Turns a call away.
  Reply refuse(Request request, Refusal refusal) {
    return heard(request, turnedAway -> Reply.refused(turnedAway, refusal));
  }

  /// Takes in what a webhook tells.
  void learn(Request event) {
    synchronized (world) {
      var reply = world.answer(event);
      if (reply.changed()) {
        journal.add(call(event, reply));
      }
    }
  }

  /// Looks at the world while nothing changes.
  <T> T look(Function<World, T> at) {
    synchronized (world) {
      return at.apply(world);
    }
  }

  List<Call> journal() {
    return journal.entries();
  }

  void onCall(Consumer<Call> listener) {
    listeners.add(listener);
  }

  void complain(Throwable about) {
    complaints.add(about);
  }

  @Override
  public void close() {
    journal.close();
    if (!complaints.isEmpty()) {
      var error = new AssertionError("%d calls to GitHub were wrong".formatted(complaints.size()));
      complaints.forEach(error::addSuppressed);
      throw error;
    }
  }

  private Reply heard(Request request, Function<Request, Reply> answer) {
    Call call;
    Reply reply;
    synchronized (world) {
      reply = answer.apply(request);
      call = call(request, reply);
      journal.add(call);
    }
    for (var listener : listeners) {
      try {
        listener.accept(call);
      } catch (RuntimeException | AssertionError complaint) {
        complain(complaint);
      }
    }
    return reply;
  }

  /// Does again what a call did. What was refused did nothing.
  private void repeat(Call call) {
    if (call.status() < 400) {
      var _ = world.answer(Request.again(call));
    }
  }

  private static Call call(Request request, Reply reply) {
    return new Call(
        request.at(),
        request.method(),
        request.target(),
        request.text(),
        reply.status(),
        reply.sentence(),
        reply.changed());
  }
}
