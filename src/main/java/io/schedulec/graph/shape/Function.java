package io.schedulec.graph.shape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A function of sizes that is no sum of products. Immutable. */
final class Function {
  private final String name;
  private final long[] arguments;

  Function(String name, long[] arguments) {
    this.name = name;
    this.arguments = arguments;
  }

  boolean is(String otherName) {
    return name.equals(otherName);
  }

  long argument(int place) {
    return arguments[place];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Function that
        && name.equals(that.name)
        && Arrays.equals(arguments, that.arguments);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(arguments);
  }
}
