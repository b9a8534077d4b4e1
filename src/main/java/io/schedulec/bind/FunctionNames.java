package io.schedulec.bind;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.selector.Selector;
import java.util.List;
import java.util.Optional;

/** Looks at the functions of a selector, for which no model is needed. */
final class FunctionNames {
  private FunctionNames() {}

  /** What is wrong with the first function that is wrong. */
  static Optional<Diagnostic> wrong(Selector selector, SelectorFindings findings) {
    if (selector instanceof Selector.Call call) {
      Optional<Diagnostic> here = wrongCall(call, findings);
      return here.isPresent() ? here : wrong(call.arguments(), findings);
    }
    if (selector instanceof Selector.Not not) {
      return wrong(not.operand(), findings);
    }
    if (selector instanceof Selector.Both both) {
      return wrong(both.operands(), findings);
    }
    return selector instanceof Selector.Either either
        ? wrong(either.operands(), findings)
        : Optional.empty();
  }

  private static Optional<Diagnostic> wrong(List<Selector> selectors, SelectorFindings findings) {
    for (Selector selector : selectors) {
      Optional<Diagnostic> wrong = wrong(selector, findings);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private static Optional<Diagnostic> wrongCall(Selector.Call call, SelectorFindings findings) {
    if (!GraphFunctions.ALL.containsKey(call.name())) {
      return Optional.of(findings.noFunction(call));
    }
    boolean none = call.name().equals("depthwise");
    return none == call.arguments().isEmpty()
        ? Optional.empty()
        : Optional.of(findings.wrongArguments(call, none));
  }
}
