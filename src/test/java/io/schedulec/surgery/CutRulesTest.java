package io.schedulec.surgery;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.channel.rule.ChannelRules;
import org.junit.jupiter.api.Test;

/** What the analysis follows, a cut follows. */
class CutRulesTest {
  @Test
  void everyOperatorWithAChannelRuleHasACutRule() {
    assertThat(CutRules.operators()).containsAll(ChannelRules.operators());
  }
}
