package io.schedulec.schedule;

import io.schedulec.catalog.GroupType;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the values of one instance must be to each other. */
final class InstanceRules {
  private final Findings out;
  private final Layout layout;

  InstanceRules(Findings out, Layout layout) {
    this.out = out;
    this.layout = layout;
  }

  void check(Instance instance) {
    rising(instance);
    thresholds(instance);
    blocks(instance);
    new RateRules(out, layout).check(instance);
    new RegularizerRules(out).check(instance);
    new UnreadSettings(out, layout).check(instance);
  }

  private Help swapped(Spanned<Double> from, Spanned<Double> to) {
    if (from.value().equals(to.value())) {
      return Help.advice("sparsity rises: 0.05 to 0.80 leaves a fifth of the weights");
    }
    return Help.unsafe("swap the two: sparsity rises", exchanged(from, to));
  }

  private List<Edit> exchanged(Spanned<Double> one, Spanned<Double> other) {
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit(one.span(), text(other.span())));
    edits.add(new Edit(other.span(), text(one.span())));
    edits.sort((a, b) -> a.span().compareTo(b.span()));
    return edits;
  }

  private void rising(Instance instance) {
    Optional<Spanned<Double>> from = instance.real("initial_sparsity");
    Optional<Spanned<Double>> to = instance.real("final_sparsity");
    if (from.isEmpty() || to.isEmpty() || from.get().value() < to.get().value()) {
      return;
    }
    out.add(
        Diagnostic.at(
                DiagnosticKind.OUT_OF_RANGE,
                to.get().span(),
                "`final_sparsity` of " + name(instance) + " is not above its `initial_sparsity`")
            .saying("ends at " + text(to.get().span()))
            .label(from.get().span(), "starts at " + text(from.get().span()))
            .cause("The trainer stops while loading: `AssertionError`, without a message.")
            .help(swapped(from.get(), to.get()))
            .data("key", "final_sparsity")
            .data("owner", instance.name().value())
            .data("value", to.get().value()));
  }

  private void thresholds(Instance instance) {
    Optional<Spanned<Double>> low = instance.real("low_thresh_mult");
    Optional<Spanned<Double>> high = instance.real("hi_thresh_mult");
    if (low.isEmpty() || high.isEmpty() || low.get().value() <= high.get().value()) {
      return;
    }
    out.add(
        Diagnostic.at(
                DiagnosticKind.OUT_OF_RANGE,
                low.get().span(),
                "`low_thresh_mult` of " + name(instance) + " is above its `hi_thresh_mult`")
            .severity(Severity.WARNING)
            .saying("cuts below this")
            .label(high.get().span(), "restores above this")
            .cause("The trainer restores whatever lies between the two, and cuts only below both.")
            .help(
                Help.unsafe(
                    "swap the two: what is cut lies below what is restored",
                    exchanged(low.get(), high.get())))
            .data("key", "low_thresh_mult")
            .data("owner", instance.name().value())
            .data("value", low.get().value()));
  }

  private void blocks(Instance instance) {
    if (instance.groupType().orElse(GroupType.FILTERS) != GroupType.BLOCKS) {
      return;
    }
    Optional<Argument> kwargs = instance.argument("kwargs");
    List<Spanned<Integer>> shape = instance.blockShape();
    boolean known = instance.spec().flatMap(spec -> spec.key("kwargs")).isPresent();
    if (known && shape.isEmpty() && kwargs.map(Argument::valid).orElse(true)) {
      noShape(instance);
    } else if (shape.size() == 4 && (shape.get(2).value() != 1 || shape.get(3).value() != 1)) {
      flatShape(instance, shape);
    }
  }

  private void noShape(Instance instance) {
    Span span = instance.text("group_type").map(Spanned::span).orElse(instance.name().span());
    out.add(
        Diagnostic.at(
                DiagnosticKind.MISSING_KEY,
                span,
                name(instance) + " prunes blocks and does not say how large they are")
            .saying("needs `kwargs` with a `block_shape`")
            .cause(
                "The trainer stops while loading: `TypeError: 'NoneType' object is not"
                    + " subscriptable`, or a `ValueError`.")
            .help(Help.advice("add the shape of a block", "kwargs:", "  block_shape: [1, 8, 1, 1]"))
            .data("owner", instance.name().value())
            .data("missing", List.of("block_shape")));
  }

  private void flatShape(Instance instance, List<Spanned<Integer>> shape) {
    out.add(
        Diagnostic.at(
                DiagnosticKind.OUT_OF_RANGE,
                shape.get(2).span().to(shape.get(3).span()),
                "`block_shape` of " + name(instance) + " is larger than one kernel position")
            .saying("height and width must be 1")
            .cause("The trainer stops at the first firing: `ValueError`.")
            .help(
                Help.unsafe(
                    "keep to one kernel position",
                    List.of(
                        new Edit(shape.get(2).span(), "1"), new Edit(shape.get(3).span(), "1"))))
            .data("key", "block_shape")
            .data("owner", instance.name().value())
            .data("value", shape.get(2).value().doubleValue()));
  }

  private static String name(Instance instance) {
    return Words.code(instance.name().value(), 30);
  }

  private String text(Span span) {
    return layout.text(span);
  }
}
