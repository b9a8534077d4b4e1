package io.schedulec.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.pt2.Pt2Reader;
import io.schedulec.testing.Shared;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups of archives of torch.export are those that perturbing the networks has shown. */
final class ExportedProgramsOracleTest {
  @ParameterizedTest
  @ValueSource(strings = {"resnet18.graphonly", "resnet20_cifar", "shufflenet_v2_mini"})
  void groupsAreTheOraclesClasses(String name) {
    ModelGraph graph = Pt2Reader.read(Shared.file("models/pt2/" + name + ".pt2"));
    String oracle = "models/oracle/" + name.replace(".graphonly", "") + ".json";
    OracleComparison comparison =
        OracleComparison.of(graph, ExportedNames.exact(graph), Shared.file(oracle));
    assertThat(comparison.difference()).as(name).isEmpty();
    assertThat(comparison.equal()).as(name).isTrue();
    assertThat(comparison.exact()).as(name).isPositive();
  }
}
