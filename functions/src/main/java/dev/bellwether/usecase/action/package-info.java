/// The action types a workflow can name, one class each, and [Actions], which lists them.
///
/// Start with [Action]; adding a type is adding one file, and one line where `Wiring` lists them.
@NullMarked
package dev.bellwether.usecase.action;

import org.jspecify.annotations.NullMarked;
