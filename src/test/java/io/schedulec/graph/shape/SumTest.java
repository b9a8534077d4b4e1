package io.schedulec.graph.shape;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Sums behave as the numbers that they stand for. */
final class SumTest {
  private static final long[] VALUES = {0, 3, 5, 7};

  @Property(tries = 300)
  void plusAndTimes(@ForAll("sums") Sum a, @ForAll("sums") Sum b) {
    Sum sum = a.plus(b, -2);
    Sum product = a.times(b);
    assertThat(sum).isNotNull();
    assertThat(value(sum)).isEqualTo(value(a) - 2 * value(b));
    if (product != null) {
      assertThat(value(product)).isEqualTo(value(a) * value(b));
      assertThat(product).isEqualTo(b.times(a));
    }
  }

  @Property(tries = 300)
  void productDividedByFactor(@ForAll("sums") Sum a, @ForAll("sums") Sum b) {
    Sum product = a.times(b);
    if (product != null && b.count() > 0) {
      assertThat(product.dividedBy(b)).isEqualTo(a);
    }
  }

  @Property(tries = 300)
  void quotientAndRemainder(@ForAll("sums") Sum a) {
    Sum whole = a.each(4, false);
    Sum rest = a.each(4, true);
    assertThat(4 * value(whole) + value(rest)).isEqualTo(value(a));
    for (int i = 0; i < rest.count(); i++) {
      assertThat(rest.coefficient(i)).isBetween(1L, 3L);
    }
  }

  @Provide
  Arbitrary<Sum> sums() {
    Arbitrary<int[]> term = Arbitraries.integers().between(1, 3).array(int[].class).ofMaxSize(2);
    Arbitrary<Sum> part =
        term.flatMap(t -> Arbitraries.longs().between(-9, 9).map(c -> product(t, c)));
    return part.list()
        .ofMaxSize(3)
        .map(parts -> parts.stream().reduce(Sum.number(0), SumTest::plus));
  }

  private static Sum plus(Sum a, Sum b) {
    return requireNonNull(a.plus(b, 1));
  }

  private static Sum product(int[] symbols, long coefficient) {
    Sum product = Sum.number(coefficient);
    for (int symbol : symbols) {
      product = requireNonNull(product.times(Sum.symbol(symbol)));
    }
    return product;
  }

  private static long value(@Nullable Sum sum) {
    long value = 0;
    for (int i = 0; sum != null && i < sum.count(); i++) {
      long term = sum.coefficient(i);
      for (int symbol : sum.term(i)) {
        term *= VALUES[symbol];
      }
      value += term;
    }
    return value;
  }
}
