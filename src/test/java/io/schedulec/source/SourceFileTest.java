package io.schedulec.source;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

final class SourceFileTest {

  @Test
  void aLineEndsAfterEachKindOfBreak() {
    SourceFile file = SourceFile.of("a.yaml", "one\r\ntwo\rthree\nfour");

    assertThat(file.lineCount()).isEqualTo(4);
    assertThat(file.line(1)).isEqualTo("one");
    assertThat(file.line(2)).isEqualTo("two");
    assertThat(file.line(3)).isEqualTo("three");
    assertThat(file.line(4)).isEqualTo("four");
  }

  @Test
  void columnsCountUtf16CodeUnits() {
    SourceFile file = SourceFile.of("a.yaml", "# 😀 x");

    assertThat(file.position(file.text().indexOf('x'))).isEqualTo(new Position(1, 6));
  }

  @Test
  void anOffsetPastTheEndIsTheEnd() {
    assertThat(SourceFile.of("a.yaml", "ab\n").position(99)).isEqualTo(new Position(2, 1));
  }

  @Property
  void everyOffsetIsWhereItsPositionSays(@ForAll @Chars({'a', '\n', '\r', 'é'}) String text) {
    SourceFile file = SourceFile.of("a.yaml", text);
    for (int offset = 0; offset <= text.length(); offset++) {
      Position position = file.position(offset);
      assertThat(file.lineStart(position.line()) + position.column() - 1).isEqualTo(offset);
    }
  }
}
