package dev.bellwether.function;

import dev.bellwether.usecase.AnswerApproval;
import dev.bellwether.usecase.CancelExecution;
import dev.bellwether.usecase.ReplayDelivery;
import dev.bellwether.usecase.ReplayExecution;

/// What people steer executions by.
///
/// @param cancel ends them
/// @param replay carries them out once more
/// @param answerApproval approves of them, and rejects them
/// @param replayDelivery starts what a delivery did not start
public record Steering(
    CancelExecution cancel,
    ReplayExecution replay,
    AnswerApproval answerApproval,
    ReplayDelivery replayDelivery) {}
