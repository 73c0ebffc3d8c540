package dev.bellwether.domain.execution;

import dev.bellwether.domain.workflow.Concurrency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The executions of one workflow and key that mind each other; the first is under way.
///
/// @param key names the lane among all
/// @param tickets in the order of their turns
/// @param revision counts what was stored, for a conditional write; 0 when nothing was
public record Lane(String key, List<Ticket> tickets, long revision) {

  /// An execution's place in the lane.
  ///
  /// @param until when it is over at the latest, so that one which died does not block the lane
  public record Ticket(ExecutionId execution, Instant createdAt, Instant until) {
    static final Comparator<Ticket> BY_AGE =
        Comparator.comparing(Ticket::createdAt).thenComparing(ticket -> ticket.execution().value());

    /// Takes a ticket for an execution.
    public static Ticket of(Execution execution) {
      var longest = execution.deadline().plus(Execution.FOR_FAILURES);
      return new Ticket(execution.id(), execution.createdAt(), longest);
    }
  }

  /// What entering came to.
  public sealed interface Entry {
    /// It may run.
    ///
    /// @param displaced those that are to be cancelled for it
    record Runs(Lane lane, List<ExecutionId> displaced) implements Entry {
      public Runs {
        displaced = List.copyOf(displaced);
      }
    }

    /// It is to wait until so many before it are over.
    record Waits(Lane lane, int before) implements Entry {}

    /// It is not to run, for this one does.
    record Refused(ExecutionId other) implements Entry {}
  }

  public Lane {
    tickets = List.copyOf(tickets);
  }

  /// A lane that nobody has entered.
  public static Lane empty(String key) {
    return new Lane(key, List.of(), 0);
  }

  /// Names the lane of an execution that minds others.
  public static String key(WorkflowRef workflow, Concurrency concurrency) {
    return workflow.id() + "#" + concurrency.key();
  }

  /// Lets an execution in as a policy has it; who is in already keeps its place.
  public Entry enter(Ticket ticket, Concurrency.Policy policy, Instant now) {
    var live = new ArrayList<>(tickets.stream().filter(t -> now.isBefore(t.until())).toList());
    live.removeIf(t -> t.execution().equals(ticket.execution()));
    var others = List.copyOf(live);
    return switch (policy) {
      case ALLOW -> new Entry.Runs(this, List.of());
      case SKIP -> others.isEmpty() ? alone(ticket) : new Entry.Refused(first(others));
      case QUEUE -> queued(ticket, others);
      case CANCEL_PREVIOUS -> displacing(ticket, others);
    };
  }

  /// Lets an execution out, wherever in the lane it is.
  public Lane leave(ExecutionId execution) {
    return with(tickets.stream().filter(t -> !t.execution().equals(execution)).toList());
  }

  /// Finds whose turn it is.
  public Optional<ExecutionId> turn() {
    return tickets.stream().findFirst().map(Ticket::execution);
  }

  private Entry queued(Ticket ticket, List<Ticket> others) {
    var isUnderWay = turn().filter(ticket.execution()::equals).isPresent();
    if (others.isEmpty() || isUnderWay) {
      var all = new ArrayList<>(others);
      all.addFirst(ticket);
      return new Entry.Runs(with(all), List.of());
    }
    var waiting = new ArrayList<>(others.subList(1, others.size()));
    waiting.add(ticket);
    waiting.sort(Ticket.BY_AGE);
    waiting.addFirst(others.getFirst());
    return new Entry.Waits(with(waiting), waiting.indexOf(ticket));
  }

  private Entry displacing(Ticket ticket, List<Ticket> others) {
    var newer = others.stream().filter(t -> Ticket.BY_AGE.compare(t, ticket) > 0).findFirst();
    return newer.isPresent()
        ? new Entry.Refused(newer.get().execution())
        : new Entry.Runs(with(List.of(ticket)), others.stream().map(Ticket::execution).toList());
  }

  private Entry alone(Ticket ticket) {
    return new Entry.Runs(with(List.of(ticket)), List.of());
  }

  private static ExecutionId first(List<Ticket> tickets) {
    return tickets.getFirst().execution();
  }

  private Lane with(List<Ticket> newTickets) {
    return new Lane(key, newTickets, revision);
  }
}
