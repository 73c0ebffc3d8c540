package dev.bellwether.adapter.dynamodb;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Goes through several sorted runs as if they were one. Takes of each run what is needed and one
/// more, so that what a run reads as it goes is hardly read in vain.
final class Merge<T> implements Iterator<T> {
  private final PriorityQueue<Run<T>> runs;

  /// One run, and what comes next of it.
  private record Run<T>(T next, Iterator<T> rest) {
    static <T> @Nullable Run<T> of(Iterator<T> rest) {
      return rest.hasNext() ? new Run<>(rest.next(), rest) : null;
    }
  }

  /// @param order that each run is in
  Merge(List<Iterator<T>> sorted, Comparator<? super T> order) {
    this.runs = new PriorityQueue<>((a, b) -> order.compare(a.next(), b.next()));
    sorted.forEach(this::add);
  }

  @Override
  public boolean hasNext() {
    return !runs.isEmpty();
  }

  @Override
  public T next() {
    var first = runs.poll();
    if (first == null) {
      throw new NoSuchElementException();
    }
    add(first.rest());
    return first.next();
  }

  private void add(Iterator<T> rest) {
    var run = Run.of(rest);
    if (run != null) {
      runs.add(run);
    }
  }
}
