package io.schedulec.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.catalog.GroupType;
import io.schedulec.catalog.Section;
import io.schedulec.catalog.Thinning;
import io.schedulec.source.Spanned;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What later phases read off a schedule. */
final class ScheduleTest {
  private static final String TEXT =
      """
      # schedulec: model=a.onnx
      lr_schedulers:
        lr: {class: StepLR, step_size: 3}
      pruners:
        chain:
          class: L1RankedStructureParameterPruner_AGP
          initial_sparsity : 0.05
          final_sparsity: 0.5
          group_type: 3D
          group_dependency: Leader
          weights: &w [a.weight, 'b.weight']
        text:
          class: AutomatedGradualPruner
          initial_sparsity: 0
          final_sparsity: 1
          weights: "a.weight, b.weight"
        other:
          class: SparsityLevelParameterPruner
          levels: {a.weight: 0.5, '*': 0.1}
        same:
          class: RandomRankedFilterPruner
          group_type: Filters
          desired_sparsity: 0.5
          weights: *w
      extensions:
        thin: {class: ChannelRemover, thinning_func_str: contract_model, arch: x, dataset: mnist}
      policies:
        - lr_scheduler: {instance_name: lr}
          epochs: [3, 1, 1]
        - pruner:
            instance_name : chain
            args: {keep_mask: yes}
          starting_epoch: 1
          ending_epoch: 11
          frequency: 3
        - extension: {instance_name: thin}
          epochs: [12]
        - pruner: {instance_name: text}
          epochs: [0]
        - pruner: {instance_name: same}
          epochs: [0]
      """;

  private final Language.Reading reading = Language.read(TEXT);
  private final Schedule schedule = reading.get();

  private Instance pruner(String name) {
    return schedule.instance(Section.PRUNERS, name).orElseThrow();
  }

  private String under(io.schedulec.source.Span span) {
    return reading.source().text(span);
  }

  @Test
  void instances() {
    Instance chain = pruner("chain");

    assertThat(reading.codes()).containsExactly("SC305");
    assertThat(chain.used()).isTrue();
    assertThat(pruner("other").used()).isFalse();
    assertThat(chain.real("initial_sparsity").map(Spanned::value)).contains(0.05);
    assertThat(under(chain.argument("initial_sparsity").orElseThrow().span()))
        .isEqualTo("initial_sparsity : 0.05");
    assertThat(chain.groupType()).contains(GroupType.FILTERS);
    assertThat(chain.leader()).isTrue();
    assertThat(chain.spec().orElseThrow().isAgp()).isTrue();
    assertThat(pruner("text").real("initial_sparsity").map(Spanned::value)).contains(0.0);
    assertThat(schedule.instance(Section.EXTENSIONS, "thin").flatMap(Instance::thinning))
        .contains(Thinning.BOTH);
    assertThat(schedule.modelPath().map(Spanned::value)).contains("a.onnx");
  }

  @Test
  void weights() {
    WeightList list = pruner("chain").weights().orElseThrow();
    WeightList text = pruner("text").weights().orElseThrow();
    WeightList alias = pruner("same").weights().orElseThrow();

    assertThat(under(list.span())).isEqualTo("[a.weight, 'b.weight']");
    assertThat(list.items().stream().map(item -> under(item.span())))
        .containsExactly("a.weight", "'b.weight'");
    assertThat(list.flow()).isTrue();
    assertThat(text.form()).isEqualTo(WeightList.Form.STRING);
    assertThat(text.items().stream().map(item -> under(item.span())))
        .containsExactly("a.weight", "b.weight");
    assertThat(alias.items()).isEqualTo(list.items());
    assertThat(under(alias.alias().orElseThrow())).isEqualTo("*w");
    assertThat(pruner("other").parameterKeys().stream().map(Spanned::value))
        .containsExactly("a.weight");
    assertThat(pruner("other").parameterValues()).hasSize(2);
  }

  @Test
  void policies() {
    Policy ramp = schedule.policies().get(1);
    Timing.Window window = (Timing.Window) ramp.timing().orElseThrow();

    assertThat(ramp.target()).contains(pruner("chain"));
    assertThat(under(ramp.referenceSpan())).isEqualTo("instance_name : chain");
    assertThat(ramp.flag("keep_mask")).isTrue();
    assertThat(window.firings()).containsExactly(1, 4, 7, 10);
    assertThat(window.last()).isEqualTo(10);
    assertThat(under(window.endEntry())).isEqualTo("ending_epoch: 11");
    assertThat(schedule.policies().get(0).timing().orElseThrow().firings()).containsExactly(1, 3);
    assertThat(schedule.policiesInRunOrder().get(4).kind()).isEqualTo(Section.LR_SCHEDULERS);
    assertThat(schedule.policiesOf(pruner("chain"))).isEqualTo(List.of(ramp));
  }
}
