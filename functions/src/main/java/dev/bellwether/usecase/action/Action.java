package dev.bellwether.usecase.action;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;

/// One action type: what it is called, what it takes, and what it does.
public interface Action {
  /// Declares the type; constant.
  ActionSignature signature();

  /// Does it, driving the outside to the desired state; never throws for what the outside answers.
  ///
  /// When [Call#isRepeat] the effect may already be there: ask first, and write only what differs.
  Outcome perform(Call call);
}
