package io.schedulec.lower;

import io.schedulec.plan.Selection;
import io.schedulec.plan.Step;
import io.schedulec.plan.Structures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Puts the masks of tensors that have the same number of structures together. */
final class Masks implements Consumer<Draft> {

  private record Key(Structures structures, OptionalInt of, Selection selection) {}

  private final Sizes sizes;
  private final Map<Key, List<String>> tensors = new LinkedHashMap<>();

  Masks(Sizes sizes) {
    this.sizes = sizes;
  }

  @Override
  public void accept(Draft draft) {
    Key key = new Key(draft.structures(), of(draft), draft.selection());
    tensors.computeIfAbsent(key, k -> new ArrayList<>()).add(draft.tensor());
  }

  /** One step for each number of structures, by the first tensor that has it. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    tensors.forEach(
        (key, names) ->
            steps.add(new Step.Mask(key.structures(), key.of(), key.selection(), names)));
    return List.copyOf(steps);
  }

  /** How many structures there are; a threshold does not care. */
  private OptionalInt of(Draft draft) {
    if (draft.selection() instanceof Selection.Below) {
      return OptionalInt.empty();
    }
    return draft.structures() instanceof Structures.Axis axis
        ? sizes.dim(draft.tensor(), axis.axis())
        : sizes.elements(draft.tensor());
  }
}
