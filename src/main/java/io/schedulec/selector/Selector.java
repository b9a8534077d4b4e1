package io.schedulec.selector;

import io.schedulec.source.Span;
import java.util.BitSet;
import java.util.List;

/** Which weights are meant, e.g. {@code op(Conv) - layer1.*.conv1.weight}. */
public sealed interface Selector {

  /** Where it stands in its text. */
  Span span();

  /** The numbers of the weights that it matches. */
  BitSet select(World world);

  /**
   * A name or a pattern of names.
   *
   * @param span its place
   * @param pattern what it matches
   */
  record Names(Span span, Pattern pattern) implements Selector {
    @Override
    public BitSet select(World world) {
      return world.named(this);
    }
  }

  /**
   * A question to the graph.
   *
   * @param span its place
   * @param name the function, with the place of its name
   * @param nameSpan the place of the name
   * @param arguments what it is given
   */
  record Call(Span span, String name, Span nameSpan, List<Selector> arguments) implements Selector {
    /** Copies the arguments. */
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public BitSet select(World world) {
      return world.call(this);
    }
  }

  /** What some operand matches. */
  record Either(Span span, List<Selector> operands) implements Selector {
    /** Copies the operands. */
    public Either {
      operands = List.copyOf(operands);
    }

    @Override
    public BitSet select(World world) {
      BitSet all = new BitSet();
      operands.forEach(operand -> all.or(operand.select(world)));
      return all;
    }
  }

  /** What every operand matches. */
  record Both(Span span, List<Selector> operands) implements Selector {
    /** Copies the operands. */
    public Both {
      operands = List.copyOf(operands);
    }

    @Override
    public BitSet select(World world) {
      BitSet all = operands.get(0).select(world);
      operands.subList(1, operands.size()).forEach(operand -> all.and(operand.select(world)));
      return all;
    }
  }

  /** What the operand does not match. */
  record Not(Span span, Selector operand) implements Selector {
    @Override
    public BitSet select(World world) {
      BitSet others = operand.select(world);
      others.flip(0, world.size());
      return others;
    }
  }
}
