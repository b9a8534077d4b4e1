package io.schedulec.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class PlanPrinterTest {
  private static final Path GOLDENS = Path.of("src/test/resources/plans");

  @Test
  void everyConstructReadsWell() {
    Golden.check(
        GOLDENS.resolve("sample.plan"), PlanPrinter.print(SamplePlan.PLAN, SamplePlan.COMMENTS));
  }

  @Test
  void theLocaleChangesNothing() {
    String text = PlanPrinter.print(SamplePlan.PLAN, SamplePlan.COMMENTS);
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "de-DE")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(PlanPrinter.print(SamplePlan.PLAN, SamplePlan.COMMENTS)).isEqualTo(text);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aCommentStaysOnItsLine() {
    Comments comments = new Comments(Map.of("branch1", "a\r\nthin\u2028b"), List.of());

    String text = PlanPrinter.print(SamplePlan.PLAN, comments);

    assertThat(text).containsPattern("group branch1 size 64 \\{ +# a  thin b\n");
  }

  @Property
  void aDoubleReadsBackToItself(@ForAll double value) {
    assertThat(Double.parseDouble(Numerals.of(value))).isEqualTo(value);
  }

  @Test
  void aDoubleHasNoMoreDigitsThanItNeeds() {
    assertThat(Numerals.of(0.1)).isEqualTo("0.1");
    assertThat(Numerals.of(-0.0)).isEqualTo("-0");
    assertThat(Numerals.of(50)).isEqualTo("50");
    assertThat(Numerals.of(1e22)).isEqualTo("1e22");
    assertThat(Numerals.of(2e-3)).isEqualTo("0.002");
    assertThat(Numerals.of(1.5e-7)).isEqualTo("1.5e-7");
    assertThat(Numerals.of(Double.MIN_VALUE)).isEqualTo("5e-324");
    assertThat(Numerals.of(Double.MAX_VALUE)).isEqualTo("1.7976931348623157e308");
    assertThat(Numerals.of(0.1 + 0.2)).isEqualTo("0.30000000000000004");
    assertThat(Numerals.of(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
  }

  @Test
  void numbersAtEqualDistancesAreARange() {
    assertThat(Runs.epochs(List.of(0, 2, 4, 6))).containsExactly("0..6 step 2");
    assertThat(Runs.epochs(List.of(0, 5, 7, 8, 9))).containsExactly("0", "5", "7..9");
    assertThat(Runs.epochs(List.of(3, 4))).containsExactly("3", "4");
    assertThat(Runs.epochs(List.of(3, 3, 3, 2, 1))).containsExactly("3", "3", "3", "2", "1");
    assertThat(Runs.indices(List.of(0, 2, 4, 5, 6))).containsExactly("0", "2", "4..6");
  }

  @Test
  void namesAreQuotedWhereTheyAreNotOneWord() {
    assertThat(Quoting.name("layer1.0.conv1.weight")).isEqualTo("layer1.0.conv1.weight");
    assertThat(Quoting.name("onnx::Conv_212")).isEqualTo("onnx::Conv_212");
    assertThat(Quoting.name("axis")).isEqualTo("\"axis\"");
    assertThat(Quoting.name("a.")).isEqualTo("\"a.\"");
    assertThat(Quoting.name("0.weight")).isEqualTo("\"0.weight\"");
    assertThat(Quoting.name("")).isEqualTo("\"\"");
    assertThat(Quoting.name("größe 😀")).isEqualTo("\"größe 😀\"");
    assertThat(Quoting.name("\"\\\n\u202E\uD800")).isEqualTo("\"\\\"\\\\\\n\\u202e\\ud800\"");
  }
}
