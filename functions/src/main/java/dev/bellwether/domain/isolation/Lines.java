package dev.bellwether.domain.isolation;

import java.util.List;

/// Which lines of a file a branch changes, counted in the version that it began from.
///
/// @param base the commit that it began from
/// @param ranges none where all of the file counts, as for binary files
public record Lines(String base, List<Range> ranges) {
  public Lines {
    ranges = List.copyOf(ranges);
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

  /// Tells whether two branches may change the same lines; those that began from different commits
  /// may, as their lines are counted differently.
  public boolean mayConflictWith(Lines other) {
    return !base.equals(other.base)
        || ranges.isEmpty()
        || other.ranges.isEmpty()
        || ranges.stream().anyMatch(one -> other.ranges.stream().anyMatch(one::isBeside));
  }
}
