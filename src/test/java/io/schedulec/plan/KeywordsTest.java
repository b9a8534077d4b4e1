package io.schedulec.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.grammar.PlanLexer;
import java.util.TreeSet;
import org.antlr.v4.runtime.Vocabulary;
import org.junit.jupiter.api.Test;

final class KeywordsTest {

  @Test
  void theWordsOfTheGrammarAreThoseThatAreQuoted() {
    Vocabulary vocabulary = PlanLexer.VOCABULARY;
    TreeSet<String> words = new TreeSet<>();
    for (int token = 1; token <= vocabulary.getMaxTokenType(); token++) {
      String literal = vocabulary.getLiteralName(token);
      if (literal != null && Character.isLetter(literal.charAt(1))) {
        words.add(literal.replace("'", ""));
      }
    }

    assertThat(words).isEqualTo(new TreeSet<>(Quoting.KEYWORDS));
  }
}
