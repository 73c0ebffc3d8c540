package dev.bellwether.local.template;

import java.util.Optional;

/// What names in a template stand for.
interface Names {
  /// What `!Ref name` stands for.
  Optional<Object> ref(String name);

  /// What `!GetAtt id.attribute` stands for.
  Optional<Object> attribute(String id, String attribute);
}
