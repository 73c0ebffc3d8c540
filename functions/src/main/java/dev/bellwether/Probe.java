package dev.bellwether;

record Probe(String a) {}
