package dev.bellwether.adapter.json;

/// Says one thing that is wrong with a document somebody sent.
///
/// @param pointer where, as a JSON Pointer (RFC 6901); empty for the document itself
/// @param detail what is wrong, and what to write instead
public record Fault(String pointer, String detail) {}
