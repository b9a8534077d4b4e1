package io.schedulec.selector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SelectorReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "conv1.weight; conv1.weight",
        "*.weight; conv1.weight fc.weight",
        "layer1.*.conv1.weight; layer1.0.conv1.weight layer1.1.conv1.weight",
        "layer1.**; layer1.0.conv1.weight layer1.0.conv2.weight layer1.1.conv1.weight",
        "**.bias; layer2.0.conv1.bias",
        "layer1.**.0.conv2.weight; layer1.0.conv2.weight",
        "layer?.0.conv1.weight; layer1.0.conv1.weight layer2.0.conv1.weight",
        "layer1?.0.conv1.weight; layer10.0.conv1.weight",
        "layer[2-9].**.weight; layer2.0.conv1.weight",
        "layer[!1].**.weight; layer2.0.conv1.weight",
        "layer[^2].1.**; layer1.1.conv1.weight",
        "'layer{1,2}.0.conv1.weight'; layer1.0.conv1.weight layer2.0.conv1.weight",
        "'layer{2..10}.**.weight'; layer2.0.conv1.weight layer10.0.conv1.weight",
        "'layer1.{0.conv2,1.conv1}.weight'; layer1.0.conv2.weight layer1.1.conv1.weight",
        "'{fc,{conv1,layer{1,2}.1.conv1}}.weight'; conv1.weight layer1.1.conv1.weight fc.weight",
        "'layer1{,0}.0.conv1.weight'; layer1.0.conv1.weight layer10.0.conv1.weight",
        "module.conv1.weight; conv1.weight",
        "module.layer1.module.*.conv2.*; layer1.0.conv2.weight",
        "layer1.* .conv1; ",
        "fc.weight | conv1.weight; conv1.weight fc.weight",
        "fc.weight or conv1.weight; conv1.weight fc.weight",
        "'fc.weight, conv1.weight'; conv1.weight fc.weight",
        "layer1.** & **.conv2.weight; layer1.0.conv2.weight",
        "layer1.** and **.conv2.weight; layer1.0.conv2.weight",
        "layer1.** - layer1.0.**; layer1.1.conv1.weight",
        "layer1.** and not layer1.0.**; layer1.1.conv1.weight",
        "layer1.** & !layer1.0.**; layer1.1.conv1.weight",
        "fc.weight | layer1.** - **.conv1.*; layer1.0.conv2.weight fc.weight",
        "(fc.weight | layer1.**) - **.conv1.*; layer1.0.conv2.weight fc.weight",
        "not not fc.weight; fc.weight",
        "re:layer\\d+\\.0\\.conv1\\.weight; layer1.0.conv1.weight layer2.0.conv1.weight"
            + " layer10.0.conv1.weight",
        "re:^module\\.fc.*$; fc.weight",
        "re:(fc|conv1)\\.weight; conv1.weight fc.weight",
        "re:layer[12]\\.\\d\\.conv2\\.(weight|bias); layer1.0.conv2.weight",
        "re:layer1{1,2}\\.0.*?2.weight; layer1.0.conv2.weight",
        "layer1.** & re:.*2.weight; layer1.0.conv2.weight",
      })
  void matches(String text, String names) {
    if (names == null) {
      assertThat(SelectorReader.read(text).problem()).isPresent();
      return;
    }
    assertThat(Weights.SOME.select(text)).isEqualTo(List.of(names.split(" ", -1)));
  }

  /** The problem and the text that it points at. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "a{1..3.*; {; `{` is not closed",
        "a}; }; `}` closes nothing",
        "(a; (; `(` is not closed",
        "a); ); `)` closes nothing",
        "a[bc; [; `[` is not closed",
        "a]; ]; `]` closes nothing",
        "a &; ; expected a pattern or a function after `&`, found the end",
        "& a; &; expected a pattern or a function, found `&`",
        "a | | b; |; expected a pattern or a function after `|`, found `|`",
        "not; ; expected a pattern or a function after `not`, found the end",
        "a -b*; -b; expected `&`, `|` or `-` before `-b`",
        "a b*; b; expected `&`, `|` or `-` before `b`",
        "(a) b*; b; expected `&`, `|` or `-` before `b`",
        "op (Conv); (; expected `&`, `|` or `-` before `(`",
        "a* or not b; not b; `not` beside `|` or a comma means all other weights",
        "a{b&c}; &; expected `,` or `}`, found `&`",
        "a{9..1}; 9..1; the range `9..1` counts down",
        "a{1..999999999}; 1..999999999; the range `1..999999999` has more than 1000 numbers",
        "a{1..99999999999999999999999}; 1..99999999999999999999999;"
            + " the range `1..99999999999999999999…` has more than 1000 numbers",
        "a[]; []; a set of no characters",
        "a[z-a]; z-a; the range `z-a` counts down",
        "{1..1000}{1..1000}*; {1..1000}{1..1000}*; a pattern that stands for too many names",
        "re:; re:; a regular expression that says nothing",
        "re:a(b; (; `(` is not closed",
        "re:a)b; ); `)` closes nothing",
        "re:*a; *; `*` has nothing to repeat",
        "re:a**; *; `*` behind another repetition",
        "re:a++; +; `+` behind another repetition",
        "re:(?<n>a); (?<; `(?<` is no part of the regular expressions that are matched here",
        "re:(a)\\1; \\1; `\\1` is no part of the regular expressions that are matched here",
        "re:a\\b; \\b; `\\b` is no part of the regular expressions that are matched here",
        "re:a^b; ^; `^` inside an expression",
        "re:[a; [; `[` is not closed",
        "re:a{2; {2; `{` is not closed",
        "re:a{3,2}; {3,2}; the range `{3,2}` counts down",
        "re:a{1001}; 1001; a repetition of more than 1000 times",
        "re:(((a{1000}){1000}){1000}){1000};"
            + " (((a{1000}){1000}){1000}){1000}; a regular expression that is too large",
        "re:(((){1000}){1000}){1000}; (((){1000}){1000}){1000};"
            + " a regular expression that is too large",
      })
  void isNoSelector(String text, String part, String message) {
    Problem problem = SelectorReader.read(text).problem().orElseThrow();

    assertThat(problem.message()).isEqualTo(message);
    assertThat(text.substring(problem.span().start(), problem.span().end()))
        .isEqualTo(part == null ? "" : part);
    assertThat(problem.message().length()).isLessThanOrEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "layer1.0.conv1.weight; false",
        "onnx::Conv_212; false",
        "my-layer.weight; false",
        "android.or.ios.weight; false",
        "a.weight b.weight; false",
        "'a.weight, b.weight'; false",
        "a - b; true",
        "a and b; true",
        "not a; true",
        "re:a; true",
        "a.*; true",
        "op(Conv); true",
      })
  void isToldFromANameByItsSigns(String text, boolean selector) {
    assertThat(SelectorText.is(text)).isEqualTo(selector);
  }

  @Test
  void theWrapperIsKnownByItsPlace() {
    List<String> name = List.of("features", "0", "weight");

    assertThat(Wrap.in("features.module.*.weight").orElseThrow().of(name))
        .isEqualTo("features.module.0.weight");
    assertThat(Wrap.in("module.**").orElseThrow().of(name)).isEqualTo("module.features.0.weight");
    assertThat(Wrap.in("features.module.*.weight").orElseThrow().of(List.of("fc", "weight")))
        .isEqualTo("fc.weight");
    assertThat(Wrap.in("**.module.weight")).isEmpty();
    assertThat(Wrap.in("features.*.weight")).isEmpty();
  }
}
