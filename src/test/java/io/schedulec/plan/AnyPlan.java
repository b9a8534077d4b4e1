package io.schedulec.plan;

import io.schedulec.channel.Role;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Well-formed plans of every shape, right for no model. */
final class AnyPlan {
  private static final String STRANGE =
      "aZ_09.:/-{}[](),=#\"\\ \t\r\n?\u0000\u00a0\u202e\u2028\ufeffäß名\ud800\udc00";

  private AnyPlan() {}

  static Arbitrary<Plan> plans() {
    return Combinators.combine(
            headers(), groups().list().ofMaxSize(4), blocks().list().ofMaxSize(5))
        .as(Plan::new);
  }

  private static Arbitrary<Header> headers() {
    return Combinators.combine(
            names(), digests(), names(), digests(), counts(), counts(), roundings())
        .as(Header::new);
  }

  private static Arbitrary<String> digests() {
    return Arbitraries.strings().withChars("0123456789abcdef").ofLength(64);
  }

  private static Arbitrary<Rounding> roundings() {
    return Arbitraries.oneOf(
        Arbitraries.of(new Rounding.Distiller(), new Rounding.KeepFloor()),
        Arbitraries.integers().between(1, 999_999_999).map(Rounding.Multiple::new));
  }

  static Arbitrary<String> names() {
    Arbitrary<String> usual =
        Arbitraries.of("layer1.", "layer1.0.", "a.", "", "onnx::Conv_", "größe ")
            .flatMap(p -> Arbitraries.of("weight", "bias", "0", "axis", "").map(s -> p + s));
    Arbitrary<String> strange = Arbitraries.strings().withChars(STRANGE).ofMaxLength(8);
    return Arbitraries.frequencyOf(
        Tuple.of(6, usual),
        Tuple.of(3, strange),
        Tuple.of(2, Arbitraries.of(Quoting.KEYWORDS)),
        Tuple.of(1, Arbitraries.strings().ofMaxLength(5)));
  }

  private static Arbitrary<Integer> counts() {
    return Arbitraries.integers().greaterOrEqual(0);
  }

  private static Arbitrary<OptionalInt> unknownCounts() {
    return counts().optional().map(c -> c.map(OptionalInt::of).orElse(OptionalInt.empty()));
  }

  private static Arbitrary<Group> groups() {
    return Combinators.combine(
            names(),
            counts(),
            members().list().ofMinSize(1).ofMaxSize(6),
            balances().list().ofMaxSize(2))
        .as(Group::new);
  }

  private static Arbitrary<Group.Balance> balances() {
    return Combinators.combine(counts(), names(), counts()).as(Group.Balance::new);
  }

  private static Arbitrary<Member> members() {
    return Combinators.combine(
            names(),
            Arbitraries.integers().between(0, 2),
            Arbitraries.of(Role.class),
            Arbitraries.oneOf(Arbitraries.just(Indices.IDENTITY), runs(), tables()),
            Arbitraries.of(false, false, false, true))
        .as(Member::new);
  }

  private static Arbitrary<Indices> runs() {
    Arbitrary<Integer> small = Arbitraries.integers().between(1, 4);
    return Combinators.combine(ascending(1000, 4), small, small).as(Indices.Runs::new);
  }

  private static Arbitrary<Indices> tables() {
    Arbitrary<Indices> few =
        ascending(20, 12).list().ofMinSize(1).ofMaxSize(8).map(Indices.Table::new);
    Arbitrary<Indices> any =
        counts().list().ofMaxSize(5).list().ofMinSize(1).ofMaxSize(5).map(Indices.Table::new);
    return Arbitraries.oneOf(few, any);
  }

  private static Arbitrary<List<Integer>> ascending(int most, int longest) {
    return Arbitraries.integers()
        .between(0, most)
        .list()
        .ofMinSize(1)
        .ofMaxSize(longest)
        .map(list -> List.copyOf(new TreeSet<>(list)));
  }

  private static Arbitrary<Block> blocks() {
    Arbitrary<Integer> epochs =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 20),
            Arbitraries.integers().between(0, Literals.LAST_EPOCH));
    return Combinators.combine(
            Arbitraries.oneOf(ascending(60, 30), epochs.list().ofMinSize(1).ofMaxSize(6)),
            steps().list().ofMinSize(1).ofMaxSize(4))
        .as(Block::new);
  }

  static Arbitrary<Step> steps() {
    return Arbitraries.oneOf(masks(), thins(), rates());
  }

  private static Arbitrary<Step> masks() {
    Arbitrary<Structures> structures =
        Arbitraries.oneOf(
            counts().map(Structures.Axis::new), Arbitraries.just(new Structures.Elements()));
    return Combinators.combine(
            structures, unknownCounts(), selections(), names().list().ofMinSize(1).ofMaxSize(3))
        .as(Step.Mask::new);
  }

  private static Arbitrary<Selection> selections() {
    return Arbitraries.oneOf(
        Combinators.combine(amounts(), Arbitraries.of(Criterion.class), leaders())
            .as(Selection.Lowest::new),
        amounts().map(Selection.Below::new));
  }

  private static Arbitrary<Optional<String>> leaders() {
    return names().optional();
  }

  static Arbitrary<Double> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.doubles(),
        Arbitraries.longs().map(Double::longBitsToDouble),
        Arbitraries.of(0.0, -0.0, 0.1, 1.0, Double.NaN, Double.MIN_VALUE, Double.MAX_VALUE),
        Arbitraries.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e15, 1e-6, 9.99e-7));
  }

  private static Arbitrary<Amount> amounts() {
    Arbitrary<Integer> epochs = Arbitraries.integers().between(0, Literals.LAST_EPOCH);
    return Arbitraries.oneOf(
        numbers().map(Amount.Fixed::new),
        Combinators.combine(numbers(), numbers(), epochs, epochs).as(Amount.Agp::new),
        Combinators.combine(numbers(), numbers(), epochs, epochs, numbers())
            .as(Amount.Slopes::new));
  }

  private static Arbitrary<Step> thins() {
    return Combinators.combine(
            names().list().ofMinSize(1).ofMaxSize(3),
            Arbitraries.of(Role.FILTERS, Role.CHANNELS),
            unknownCounts(),
            unknownCounts(),
            Arbitraries.of(DeadChannels.class))
        .as(Step.Thin::new);
  }

  private static Arbitrary<Step> rates() {
    Arbitrary<Call> calls =
        Combinators.combine(names(), Arbitraries.maps(names(), arguments(3)).ofMaxSize(4))
            .as(Call::new);
    return Combinators.combine(names(), calls).as(Step.LearningRate::new);
  }

  private static Arbitrary<Call.Argument> arguments(int depth) {
    Arbitrary<Call.Argument> plain =
        Arbitraries.oneOf(
            numbers().map(Call.Argument.Numeral::new),
            names().map(Call.Argument.Text::new),
            Arbitraries.of(true, false).map(Call.Argument.Flag::new),
            Arbitraries.just(new Call.Argument.None()));
    return depth == 0
        ? plain
        : Arbitraries.oneOf(
            plain, arguments(depth - 1).list().ofMaxSize(3).map(Call.Argument.Items::new));
  }
}
