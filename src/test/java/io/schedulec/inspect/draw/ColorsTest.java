package io.schedulec.inspect.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ColorsTest {
  @Test
  void canBeSeenOnWhiteAndOnBlackAndAreDifferent() {
    Set<String> colors = new HashSet<>();
    for (int i = 0; i < 150; i++) {
      String color = Palette.color(i);
      assertThat(color).matches("#[0-9a-f]{6}");
      assertThat(colors.add(color)).as("%d %s", i, color).isTrue();
      double light = Colors.luminance(Colors.rgb(color));
      assertThat(1.05 / (light + 0.05)).as("%d %s on white", i, color).isGreaterThanOrEqualTo(3);
      assertThat((light + 0.05) / 0.05).as("%d %s on black", i, color).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void tintsCarryBlackText() {
    assertThat(Palette.tint("#000000")).isEqualTo("#cccccc");
    assertThat(Palette.tint("#ffffff")).isEqualTo("#ffffff");
    assertThat(Palette.tint("#0072b2")).isEqualTo("#cce3f0");
  }
}
