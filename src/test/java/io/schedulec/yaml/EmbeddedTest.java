package io.schedulec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the words of a scalar stand, whatever its style. */
final class EmbeddedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k: alpha, beta.weight",
        "k: 'alpha, beta.weight'",
        "k: \"alpha, beta.weight\"",
        "k:\n  alpha,\n    beta.weight",
        "k: 'alpha,\n\n  beta.weight'",
        "k: 'it''s alpha,\n beta.weight'",
        "k: \"\\talpha,\\x20\\\n    beta.weight\"",
        "k: \"\\U0001F600 😀 alpha,\\n beta.weight\"",
        "k: |\n  alpha,\n  beta.weight\n",
        "k: |2-  # comment\n   alpha,\n  beta.weight\n\n\n",
        "k: >+\n\n  alpha,\n   more\n\n  beta.weight\n",
        "k: &anchor !!str\n   alpha,\r\n   beta.weight",
      })
  void wordsAreFoundInTheSource(String text) {
    YamlValue.Scalar scalar = Yaml.scalar(text, "k");
    for (String word : new String[] {"alpha,", "beta.weight"}) {
      int at = scalar.text().indexOf(word);
      var span = scalar.places().span(at, at + word.length());
      assertThat(text.substring(span.start(), span.end())).as(text).isEqualTo(word);
    }
  }

  @Property
  void charactersOfAQuotedTextStandWhereTheySay(@ForAll("contents") String content) {
    assertPlaces("k: '" + content.replace("'", "''") + "'");
    assertPlaces("k: \"" + content.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
  }

  private static void assertPlaces(String text) {
    YamlValue.Scalar scalar = Yaml.scalar(text, "k");
    for (int i = 0; i < scalar.text().length(); i++) {
      char c = scalar.text().charAt(i);
      int at = scalar.places().origin(i);
      if (!Character.isWhitespace(c)) {
        boolean escaped = text.charAt(at) == '\\' && text.charAt(at + 1) == c;
        assertThat(escaped || text.charAt(at) == c).as(text).isTrue();
      }
    }
  }

  @Provide
  Arbitrary<String> contents() {
    return Arbitraries.strings()
        .withChars("ab .,:#'\"\\é😀".toCharArray())
        .ofMaxLength(20)
        .map(EmbeddedTest::withoutLoneSurrogates);
  }

  private static String withoutLoneSurrogates(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints().filter(c -> c < 0xD800 || c > 0xDFFF).forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
