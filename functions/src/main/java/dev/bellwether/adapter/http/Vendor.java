package dev.bellwether.adapter.http;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/// What is particular to one vendor about its refusals.
///
/// @param name as people know it: `GitHub`
/// @param words picks out of a refusal's body what is worth showing, never all of it
/// @param advice says for a status what its user can do; empty where nothing is to be said
public record Vendor(
    String name, Function<byte[], Optional<String>> words, IntFunction<String> advice) {}
