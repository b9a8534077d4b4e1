package io.schedulec.selector;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.grammar.SelectorLexer;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.Vocabulary;
import org.junit.jupiter.api.Test;

/** What the grammar keeps for itself makes a text a selector. */
final class SelectorWordsTest {

  @Test
  void aTextWithASignOrWordOfTheGrammarIsASelector() {
    Set<String> unknown = new TreeSet<>();
    Vocabulary vocabulary = SelectorLexer.VOCABULARY;
    for (int token = 1; token <= vocabulary.getMaxTokenType(); token++) {
      String literal = vocabulary.getLiteralName(token);
      if (literal != null && !SelectorText.is("a " + literal.replace("'", "") + " b")) {
        unknown.add(literal);
      }
    }

    // A comma alone joins names too, as it does for the original trainer.
    assertThat(unknown).containsExactly("','");
  }
}
