package io.schedulec.selector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a text holds, it is matched or refused at a place in it, and soon. */
final class HostileSelectorsTest {
  private static final List<String> PIECES =
      List.of(
          "a",
          "conv1",
          ".",
          "*",
          "**",
          "?",
          "[ab]",
          "[!a-c]",
          "[",
          "]",
          "{",
          "}",
          "{1..3}",
          ",",
          "{a,b}",
          "(",
          ")",
          " & ",
          " | ",
          " - ",
          "not ",
          "!",
          " and ",
          " or ",
          "re:",
          "op(",
          "\\",
          "module.",
          " ",
          "\n",
          "1..9",
          "\u00e9",
          "\ud83d\ude00",
          "\ud83d",
          "\u0000",
          "writers(");

  @Property(tries = 1000)
  void anyTextIsReadOrRefused(@ForAll String text) {
    assertThatSaid(text);
  }

  @Test
  void anyPiecesAreReadOrRefused() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(12); k >= 0; k--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      assertThatSaid(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(", "{", "[", "not ", "!", "a{", "op(", "((a", "*", "**", "**?", "a*", "{a,", "a|",
        "{1..9}", "a & ", "*a*", "not (", "re:(", "re:(a?", "re:[", "re:a{9}", "{", "\\", ",", "- ",
        "[a]", "é"
      })
  void aTextOfSixtyFourKilobytesIsRefusedAtOnce(String piece) {
    String text = piece.repeat(65_536 / piece.length());

    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatSaid(text));
  }

  /** As long as is read, against many long names. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "*a", "**a", "**?", "{a,b}", "{a,*}", "{*,**}", "a*|", "(a", "!", "not ", "?*", "[ab]*",
        "{,}"
      })
  void theWorstIsSoonMatched(String piece) {
    String text = piece.repeat(4000 / piece.length());
    Weights many = new Weights(longNames());

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> SelectorReader.read(text).selector().ifPresent(s -> s.select(many)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "re:(a+)+b",
        "re:(a*)*b",
        "re:(a|a)*b",
        "re:(a|aa)+b",
        "re:(.*)*(.*)*(.*)*b",
        "re:(a?){500}a{500}",
        "re:((a{0,30}){0,30})*b",
        "re:(x+x+)+y",
        "re:.*.*.*.*.*.*=.*"
      })
  void noRegularExpressionIsCatastrophic(String text) {
    Weights many = new Weights(longNames());

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> SelectorReader.read(text).selector().ifPresent(s -> s.select(many)));
  }

  private static List<String> longNames() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      names.add("a".repeat(60) + i);
    }
    return names;
  }

  /** What both know means the same to the platform's own engine. */
  @Property(tries = 2000)
  void regularExpressionsMeanWhatTheyMeanElsewhere(
      @ForAll @StringLength(min = 1, max = 10) @Chars({'a', 'b', '(', ')', '|', '*', '+', '?', '.'})
          String expression,
      @ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'b') String name) {
    Parsed parsed = SelectorReader.read("re:" + expression);
    if (parsed.selector().orElse(null) instanceof Selector.Names names) {
      assertThat(names.pattern().matches(name))
          .as("%s against %s", name, expression)
          .isEqualTo(
              Pattern.matches(expression, name) || Pattern.matches(expression, "module." + name));
    }
  }

  private static void assertThatSaid(String text) {
    Parsed parsed = SelectorReader.read(text);

    assertThat(parsed.selector().isPresent()).isNotEqualTo(parsed.problem().isPresent());
    parsed
        .problem()
        .ifPresent(
            problem -> {
              assertThat(problem.span().end()).isLessThanOrEqualTo(text.length());
              assertThat(problem.message().length()).isLessThanOrEqualTo(120);
            });
    parsed
        .selector()
        .ifPresent(
            selector -> {
              assertThat(selector.span().end()).isLessThanOrEqualTo(text.length());
              selector.select(Weights.SOME);
            });
  }
}
