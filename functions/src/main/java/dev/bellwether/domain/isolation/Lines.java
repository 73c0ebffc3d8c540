package dev.bellwether.domain.isolation;

import java.util.List;

/// Which lines of a file a branch changes, counted in the version that it began from.
///
/// @param base the commit that it began from
/// @param ranges none where the file is as it was
public record Lines(String base, List<Range> ranges) {
  public Lines {
    ranges = List.copyOf(ranges);
  }

  /// Counts all of a file, as of one that has no lines.
  public static Lines whole(String base) {
    return new Lines(base, List.of(new Range(0, Integer.MAX_VALUE - 1)));
  }

  /// Lines from one to another, both among them.
  public record Range(int from, int to) {
    /// Reads the old side of a hunk, `-from,count`; what is only added is between two lines, and
    /// touches both.
    public static Range ofHunk(int from, int count) {
      return count == 0 ? new Range(from, from + 1) : new Range(from, from + count - 1);
    }

    /// Tells whether two ranges overlap or are next to each other, which Git does not merge either.
    boolean isBeside(Range other) {
      return from <= other.to + 1 && other.from <= to + 1;
    }
  }

  /// Tells whether two branches may change the same lines. Of those that began from different
  /// commits it is not known, as their lines are counted differently: they may.
  public boolean mayConflictWith(Lines other) {
    if (ranges.isEmpty() || other.ranges.isEmpty()) {
      return false;
    }
    return !base.equals(other.base)
        || ranges.stream().anyMatch(one -> other.ranges.stream().anyMatch(one::isBeside));
  }
}
