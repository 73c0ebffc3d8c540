/// How long it takes an event to meet its workflows: [MatchingBenchmark] on workflows of which
/// always as many match, [RuleSetBenchmark] on a set of rules that other engines were measured on,
/// too.
@NullMarked
package dev.bellwether.benchmark;

import org.jspecify.annotations.NullMarked;
