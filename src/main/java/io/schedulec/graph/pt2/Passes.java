package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.DataType;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/** Operators whose result has the elements of their first argument, at most in another type. */
final class Passes implements Operator {
  @Override
  public List<String> names() {
    return List.of(
        "alias",
        "clone",
        "contiguous",
        "detach",
        "lift_fresh",
        "lift_fresh_copy",
        "positive",
        "resolve_conj",
        "resolve_neg",
        "dropout",
        "feature_dropout",
        "alpha_dropout",
        "feature_alpha_dropout",
        "native_dropout",
        "to",
        "_to_copy",
        "type_as");
  }

  @Override
  public void map(Call call) {
    Value input = call.first();
    switch (call.operator()) {
      case "dropout",
          "feature_dropout",
          "alpha_dropout",
          "feature_alpha_dropout",
          "native_dropout" ->
          dropout(call, input);
      case "to", "_to_copy" -> convert(call, input, call.type("dtype"));
      case "type_as" -> convert(call, input, Optional.of(call.tensor("other").type()));
      default -> call.same(0, input);
    }
  }

  private static void dropout(Call call, Value input) {
    if (call.flag("train", false)) {
      call.result("Dropout", Attributes.NONE, input);
    } else {
      call.same(0, input);
    }
  }

  private static void convert(Call call, Value input, Optional<DataType> type) {
    Optional<DataType> wanted =
        type.isEmpty() && call.optional("other").isPresent()
            ? Optional.of(call.tensor("other").type())
            : type;
    if (wanted.isEmpty() || wanted.get() == input.type()) {
      call.same(0, input);
      return;
    }
    long number = ScalarTypes.onnx(wanted.get());
    if (number == 0) {
      throw new NotMapped();
    }
    call.result("Cast", Settings.none().with("to", number).attributes(), input);
  }
}
