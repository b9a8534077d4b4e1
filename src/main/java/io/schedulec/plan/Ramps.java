package io.schedulec.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The functions of epochs that an amount may be written with, e.g. {@code agp(0.1, 0.5, 0..28)}. A
 * further one is one more entry of {@link #ALL}; the grammar knows no names.
 */
final class Ramps {
  static final List<Ramp<?>> ALL =
      List.of(
          new Ramp<>(
              "agp",
              Amount.Agp.class,
              List.of("the initial share", "the final share", "the first and last epoch"),
              List.of(Share.class, Share.class, Range.class),
              "agp(0.1, 0.5, 0..28)",
              a -> List.of(number(a.initial()), number(a.end()), new Range(a.first(), a.last())),
              a -> new Amount.Agp(a.number(0), a.number(1), a.first(2), a.last(2))),
          new Ramp<>(
              "slopes",
              Amount.Slopes.class,
              List.of("two slopes", "the first epoch and that of the turn", "epochs per slope"),
              List.of(Share.class, Share.class, Range.class, Share.class),
              "slopes(0.01, 0.02, 0..5, 1)",
              a ->
                  List.of(
                      number(a.gentle()),
                      number(a.steep()),
                      new Range(a.first(), a.turn()),
                      number(a.per())),
              a ->
                  new Amount.Slopes(a.number(0), a.number(1), a.first(2), a.last(2), a.number(3))));

  private Ramps() {}

  /** What stands between the parentheses. */
  sealed interface Argument {}

  /** A number. */
  record Share(double value) implements Argument {}

  /** Two whole numbers, {@code first..last}. */
  record Range(int first, int last) implements Argument {}

  /** The arguments of a function, which have been found to be of the right kinds. */
  record Arguments(List<Argument> list) {
    double number(int at) {
      return ((Share) list.get(at)).value();
    }

    int first(int at) {
      return ((Range) list.get(at)).first();
    }

    int last(int at) {
      return ((Range) list.get(at)).last();
    }
  }

  /**
   * One function.
   *
   * @param name its name
   * @param type the amount that it stands for
   * @param parameters what its arguments are
   * @param kinds what kinds they have
   * @param example how it is written
   * @param write its arguments, for the printer
   * @param read the amount, for the parser
   */
  record Ramp<A extends Amount>(
      String name,
      Class<A> type,
      List<String> parameters,
      List<Class<? extends Argument>> kinds,
      String example,
      Function<A, List<Argument>> write,
      Function<Arguments, A> read) {

    /** Whether arguments are as many as it takes, and of their kinds. */
    boolean takes(List<Argument> arguments) {
      boolean fits = arguments.size() == kinds.size();
      for (int i = 0; fits && i < kinds.size(); i++) {
        fits = kinds.get(i).isInstance(arguments.get(i));
      }
      return fits;
    }

    private Optional<String> text(Amount amount) {
      return type.isInstance(amount)
          ? Optional.of(name + "(" + join(write.apply(type.cast(amount))) + ")")
          : Optional.empty();
    }
  }

  /** An amount as a plan writes it. */
  static String text(Amount amount) {
    if (amount instanceof Amount.Fixed fixed) {
      return Numerals.of(fixed.value());
    }
    return ALL.stream()
        .flatMap(ramp -> ramp.text(amount).stream())
        .findFirst()
        .orElseThrow(() -> new AssertionError(amount));
  }

  private static Argument number(double value) {
    return new Share(value);
  }

  private static String join(List<Argument> arguments) {
    return String.join(", ", arguments.stream().map(Ramps::text).toList());
  }

  private static String text(Argument argument) {
    if (argument instanceof Range range) {
      return range.first() + ".." + range.last();
    }
    return Numerals.of(((Share) argument).value());
  }
}
