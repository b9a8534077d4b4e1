package io.schedulec.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns as Python's {@code re.match("(^" + pattern + "$)", name)} takes them. */
final class PythonPatternTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "conv1, conv1, true",
        "conv, conv1, false",
        "conv.*, conv1, true",
        "conv*, conv1, false",
        "block1\\.conv*, block1.conv1, false",
        "layer1.0, layer1x0, true",
        "layer[12]\\.0, layer2.0, true",
        "layer[^1]\\.0, layer1.0, false",
        "\"layer\\d{1,2}\", layer12, true",
        "\"layer\\d{,2}\", layer12, true",
        "a{b}, a{b}, true",
        "[a&&b], b, true",
        "[[a], [, true",
        "conv\\Z, conv, true",
        "conv|bn, convolution, true",
        "conv|bn, bn, true",
        "conv|bn, bn1, false",
        "(?:conv|bn)1, bn1, true",
        "conv(?!1)., conv2, true",
        "^conv1$, conv1, true",
        "\"\", conv1, false",
      })
  void matchesAsInPython(String pattern, String name, boolean matches) {
    PythonPattern read = PythonPattern.of(pattern);

    assertThat(read.broken()).isFalse();
    assertThat(read.mayMatch(List.of(name))).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "+a", "(*a)", "a|*", "^*", "a**", "(a", "a)", "[a", "[b-a]", "a\\"})
  void whatPythonRefusesIsBroken(String pattern) {
    assertThat(PythonPattern.of(pattern).broken()).isTrue();
  }

  /** No verdict is better than a wrong one. */
  @ParameterizedTest
  @ValueSource(
      strings = {"(a)\\1", "(?P<n>a)(?P=n)", "(?i)a", "a++", "a{1}+", "\\N{DASH}", "\\u0041"})
  void whatJavaReadsDifferentlyIsNotJudged(String pattern) {
    PythonPattern read = PythonPattern.of(pattern);

    assertThat(read.broken()).isFalse();
    assertThat(read.mayMatch(List.of("zzz"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(.*)*(.*)*(.*)*x", "a*(a?|b?){99}x", "(?:(?:){9999}){9999}"})
  void whatTakesTooLongIsNotJudged(String pattern) {
    assertThat(PythonPattern.of(pattern).mayMatch(List.of("a".repeat(200)))).isTrue();
  }

  /** At the end of a name nothing is looked at any more. */
  @Test
  void choicesOfNothingAreNotTriedForever() {
    assertThat(PythonPattern.of("a" + "(b?|c?)".repeat(40) + "x").mayMatch(List.of("a"))).isTrue();
    assertThat(PythonPattern.of("a" + "(b?|c?)".repeat(5) + "x").mayMatch(List.of("a"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 60_000})
  void longPatternsAreNotJudged(int length) {
    for (String part : List.of("(", "a", "[", "\\", "a|")) {
      PythonPattern read = PythonPattern.of(part.repeat(length));

      assertThat(read.broken()).isFalse();
      assertThat(read.mayMatch(List.of("b"))).isTrue();
    }
  }
}
