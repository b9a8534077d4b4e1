package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Families of operators share no operator, and each has a test. */
final class AtenOperatorsTest {
  @Test
  void everyFamilyHasATest() {
    Path folder = Path.of("src", "test", "java", "io", "schedulec", "graph", "pt2");
    for (Operator family : AtenOperators.all()) {
      String test = family.getClass().getSimpleName() + "Test.java";
      assertThat(Files.exists(folder.resolve(test))).as(test).isTrue();
    }
  }

  @Test
  void anOperatorHasOneOwner() {
    assertThatThrownBy(() -> AtenOperators.owners(new Pools(), new Pools()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("two families for");
  }

  @Test
  void inPlaceOperatorsAreThoseTheyAreNamedAfter() {
    assertThat(AtenOperators.of(Target.parse("torch.ops.aten.relu_.default"))).isPresent();
    assertThat(AtenOperators.of(Target.parse("torch.ops.aten.__and__.Tensor"))).isPresent();
    assertThat(AtenOperators.of(Target.parse("torch.ops.other.relu.default"))).isEmpty();
  }
}
