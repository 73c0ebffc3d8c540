/// What it costs to find the workflows that an event sets off.
///
/// Start with [MatchingBenchmark]; [DrawnRules] draws what it runs on.
package dev.bellwether.benchmarks;
