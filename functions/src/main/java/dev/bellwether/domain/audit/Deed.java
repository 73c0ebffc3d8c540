package dev.bellwether.domain.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that was done, by a person through the API or by a workflow on GitHub.
///
/// @param actor who did it, for good: `admin`, `token/<id>`, `workflow/<id>@<version>`
/// @param actorName as people read it
/// @param action what they did: a route of the API such as `PUT /v1/workflows/{}`, or the type of
///   an action such as `add_labels`
/// @param target what they did it to: a path of the API, or a subject such as `octo/hello pr#42`
/// @param before how it was, as JSON; null where there was nothing, or nothing is known
/// @param after how it is, as JSON; null where there is nothing
/// @param correlationId names what it belongs to: a request, or an execution
public record Deed(
    Instant at,
    String actor,
    String actorName,
    String action,
    String target,
    @Nullable String before,
    @Nullable String after,
    String correlationId) {}
