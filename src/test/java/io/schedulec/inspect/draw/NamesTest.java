package io.schedulec.inspect.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written of names that are long or alike. */
final class NamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer3.1 | layer3.35 | 2 × layer3.1 … 35",
        "features.5.conv | features.6.conv | 2 × features.5.conv … 6.conv",
        "layer19 | layer10 | 2 × layer19 … 10",
        "conv | pool | 2 × conv … pool",
        "a.left | a.lower | 2 × a.left … lower",
        "b | b | 2 × b",
      })
  void aTitleSaysHowTheLastOneDiffers(String first, String last, String title) {
    assertThat(Boxes.title(new Block(2, -1, first, last))).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource({
    "layer1.0.conv1, layer1.0.conv1",
    "encoder.layers.encoder_layer_0.mlp.0, …encoder_layer_0.mlp.0",
    "averyveryveryveryveryverylongname, …ryveryveryveryverylongname",
  })
  void aLongNameLosesItsBeginning(String name, String shown) {
    assertThat(Lettering.shortened(name)).endsWith(shown.substring(1)).hasSizeLessThan(31);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "128 × 64 × 1×1 | 128 × 224 × 1×1 | 128 × 64…224 × 1×1",
        "64 | 64 | 64",
        "64 | 64 → 128 | 64",
        "a 1 b 2 | a 3 b 4 | a 1…3 b 2…4",
      })
  void numbersThatDifferAreRanges(String first, String last, String range) {
    assertThat(Ranges.of(first, last)).isEqualTo(range);
  }
}
