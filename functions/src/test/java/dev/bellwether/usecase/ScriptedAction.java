package dev.bellwether.usecase;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.Parameter;
import dev.bellwether.usecase.action.Action;
import dev.bellwether.usecase.action.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// An action that does as a test says, and remembers its calls.
final class ScriptedAction implements Action {
  final List<Call> calls = new ArrayList<>();

  private final ActionSignature signature;
  private final Function<Call, Outcome> script;

  private ScriptedAction(String type, Repeat repeat, Function<Call, Outcome> script) {
    var parameter = Parameter.optional("text", Parameter.Type.TEXT, "a text");
    this.signature = new ActionSignature(type, "For tests.", repeat, List.of(parameter));
    this.script = script;
  }

  static ScriptedAction safe(String type, Function<Call, Outcome> script) {
    return new ScriptedAction(type, Repeat.SAFE, script);
  }

  static ScriptedAction careful(String type, Function<Call, Outcome> script) {
    return new ScriptedAction(type, Repeat.ASK_FIRST, script);
  }

  /// An action whose every call is an effect, and done.
  static ScriptedAction noting(Stage stage, String type, Repeat repeat) {
    return new ScriptedAction(
        type,
        repeat,
        call -> {
          stage.write("call " + type);
          return Outcome.done();
        });
  }

  /// An action that asks the outside before it repeats itself; `effects` counts what it did there.
  static ScriptedAction asking(Stage stage, String type, Map<String, Integer> effects) {
    return careful(
        type,
        call -> {
          if (!call.isRepeat() || !effects.containsKey(call.key())) {
            effects.merge(call.key(), 1, Integer::sum);
            stage.write("effect " + type);
          }
          return Outcome.done();
        });
  }

  /// An action that fails for now so many times, and then is done.
  static ScriptedAction failingFirst(int times, String type) {
    var failures = new HashMap<String, Integer>();
    return safe(
        type,
        call ->
            failures.merge(call.key(), 1, Integer::sum) <= times
                ? Outcome.failedForNow("busy")
                : Outcome.done());
  }

  @Override
  public ActionSignature signature() {
    return signature;
  }

  @Override
  public Outcome perform(Call call) {
    calls.add(call);
    return script.apply(call);
  }
}
