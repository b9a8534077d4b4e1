package io.schedulec.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.schedulec.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EditsTest {
  private static Edit edit(int start, int end, String text) {
    return new Edit(new Span(start, end), text);
  }

  @Test
  void editsAreMadeInTheOrderOfTheSource() {
    List<Edit> edits = List.of(edit(4, 5, "E"), edit(0, 1, "A"), edit(2, 2, "+"));

    assertThat(Edits.apply("abcde", edits)).isEqualTo("Ab+cdE");
  }

  @Test
  void insertionsAtOnePlaceKeepTheirOrder() {
    assertThat(Edits.apply("ab", List.of(edit(1, 1, "x"), edit(1, 1, "y"), edit(1, 2, "B"))))
        .isEqualTo("axyB");
  }

  @Test
  void overlapsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Edits.apply("abcd", List.of(edit(0, 2, ""), edit(1, 3, ""))));
    assertThat(Edits.applicable(4, List.of(edit(0, 2, ""), edit(1, 1, "x")))).isFalse();
  }

  @Test
  void editsBehindTheEndAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Edits.apply("ab", List.of(edit(1, 3, ""))));
  }

  @Test
  void editsThatTouchAreMade() {
    assertThat(Edits.apply("abcd", List.of(edit(0, 2, "1"), edit(2, 4, "2")))).isEqualTo("12");
  }
}
