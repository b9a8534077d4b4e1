package io.schedulec.selector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a schedule writes the {@code module} that PyTorch's DataParallel adds to names.
 *
 * @param place before which component, from 0
 * @param root the first component of the names that have it; empty for all names
 */
public record Wrap(int place, String root) {

  /** Where a name or a pattern has it first. */
  public static Optional<Wrap> in(String text) {
    return Wrappers.first(text);
  }

  /** The components of a name with the wrapper in its place. */
  public String of(List<String> components) {
    List<String> wrapped = new ArrayList<>(components);
    boolean fits = place < components.size() && (place == 0 || components.get(0).equals(root));
    if (fits) {
      wrapped.add(place, "module");
    }
    return String.join(".", wrapped);
  }
}
