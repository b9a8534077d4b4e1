package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ChannelRulesTest {
  @Test
  void everyRuleHasATest() {
    for (String opType : ChannelRules.operators()) {
      ChannelRule rule = ChannelRules.rule(opType);
      String test = Objects.requireNonNull(rule).getClass().getSimpleName() + "Test.java";
      Path folder = Path.of("src", "test", "java", "io", "schedulec", "channel", "rule");
      assertThat(Files.exists(folder.resolve(test))).as(test).isTrue();
    }
  }

  @Test
  void anOperatorHasOneOwner() {
    assertThatThrownBy(() -> ChannelRules.owners(new PoolRule(), new PoolRule()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("two channel rules for");
  }
}
