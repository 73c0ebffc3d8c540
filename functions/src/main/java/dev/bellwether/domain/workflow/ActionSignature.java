package dev.bellwether.domain.workflow;

import dev.bellwether.domain.condition.Facts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Declares an action type: its name, its parameters, and whether it may be done twice.
///
/// The checks at save time, the rendering of templates and the reference pages all come from here.
///
/// @param eitherOf optional parameters of which at least one must be given; empty where none must
public record ActionSignature(
    String type,
    String description,
    Repeat repeat,
    List<Parameter> parameters,
    List<String> eitherOf) {

  /// What repeating the action does, and so what the engine does before a call.
  public enum Repeat {
    /// Nothing new: no intent is recorded first.
    SAFE,
    /// A second effect, unless the action asks the outside first; the engine records its intent.
    ASK_FIRST
  }

  public ActionSignature {
    parameters = List.copyOf(parameters);
    eitherOf = List.copyOf(eitherOf);
  }

  /// Declares a type whose optional parameters may all be left out.
  public ActionSignature(
      String type, String description, Repeat repeat, List<Parameter> parameters) {
    this(type, description, repeat, parameters, List.of());
  }

  /// Copies the declaration with parameters of which at least one must be given.
  public ActionSignature needingEitherOf(String... names) {
    return new ActionSignature(type, description, repeat, parameters, List.of(names));
  }

  /// Checks the parameters of a definition, all of them.
  ///
  /// @return each fault by the name of the parameter it is at; a required parameter that is missing
  ///   is reported at its own name too
  public Map<String, String> faults(Map<String, Object> given) {
    var faults = new LinkedHashMap<String, String>();
    for (var parameter : parameters) {
      var value = given.get(parameter.name());
      if (value != null) {
        parameter.fault(value).ifPresent(f -> faults.put(parameter.name(), f));
      } else if (parameter.need() == Parameter.Need.REQUIRED) {
        faults.put(
            parameter.name(),
            "%s needs %s: %s".formatted(type, parameter.name(), parameter.description()));
      }
    }
    if (!eitherOf.isEmpty() && eitherOf.stream().noneMatch(given::containsKey)) {
      faults.put(eitherOf.getFirst(), "%s needs at least one of %s".formatted(type, eitherOf));
    }
    for (var name : given.keySet()) {
      if (parameter(name).isEmpty()) {
        faults.put(name, "%s has no parameter %s; it takes %s".formatted(type, name, names()));
      }
    }
    return faults;
  }

  /// Fills in the templates of the parameters, each escaped for where it goes.
  public Map<String, Object> render(Map<String, Object> given, Facts facts) {
    var rendered = new LinkedHashMap<String, Object>();
    given.forEach(
        (name, value) -> {
          var escape = parameter(name).map(Parameter::escape).orElse(Escape.PLAIN);
          rendered.put(name, Template.render(value, facts, escape));
        });
    return rendered;
  }

  private Optional<Parameter> parameter(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  private List<String> names() {
    var names = new ArrayList<String>();
    parameters.forEach(p -> names.add(p.name()));
    return names;
  }
}
