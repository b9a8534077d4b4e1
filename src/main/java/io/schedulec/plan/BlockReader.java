package io.schedulec.plan;

import io.schedulec.channel.Role;
import io.schedulec.grammar.PlanParser.BlockContext;
import io.schedulec.grammar.PlanParser.CountContext;
import io.schedulec.grammar.PlanParser.EpochsContext;
import io.schedulec.grammar.PlanParser.MaskContext;
import io.schedulec.grammar.PlanParser.NameContext;
import io.schedulec.grammar.PlanParser.RankingContext;
import io.schedulec.grammar.PlanParser.RateContext;
import io.schedulec.grammar.PlanParser.SelectionContext;
import io.schedulec.grammar.PlanParser.StepContext;
import io.schedulec.grammar.PlanParser.ThinContext;
import io.schedulec.plan.Places.BlockPlaces;
import io.schedulec.plan.Places.StepPlaces;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reads one block. */
final class BlockReader {
  private final Literals literals;
  private final Problems problems;
  private final AmountReader amounts;
  private final BlockContext context;
  private final List<Step> steps = new ArrayList<>();
  private final List<StepPlaces> places = new ArrayList<>();

  BlockReader(Literals literals, Problems problems, BlockContext context) {
    this.literals = literals;
    this.problems = problems;
    this.amounts = new AmountReader(literals, problems);
    this.context = context;
    context.step().forEach(this::step);
  }

  Block block() {
    return new Block(epochs(context.epochs()), steps);
  }

  BlockPlaces places() {
    return new BlockPlaces(Literals.span(context.epochs()), places);
  }

  private List<Integer> epochs(EpochsContext epochs) {
    return epochs.epoch != null
        ? List.of(literals.epoch(epochs.epoch))
        : literals.epochs(epochs.range());
  }

  private void step(StepContext step) {
    if (step.mask() != null) {
      mask(step.mask());
    } else if (step.thin() != null) {
      thin(step.thin());
    } else {
      rate(step.rate());
    }
  }

  private void mask(MaskContext mask) {
    Structures structures =
        mask.structures().axis == null
            ? new Structures.Elements()
            : new Structures.Axis(literals.whole(mask.structures().axis));
    OptionalInt of =
        mask.of == null ? OptionalInt.empty() : OptionalInt.of(literals.whole(mask.of));
    Selection selection = selection(mask.selection(), structures);
    steps.add(new Step.Mask(structures, of, selection, names(mask.name())));
    Span structure = Literals.span(mask.structures());
    Span chosen = Literals.span(mask.selection());
    places.add(
        new StepPlaces(
            Literals.span(mask.getStart()),
            structure,
            mask.of == null ? structure : Literals.span(mask.of),
            Literals.span(mask.selection().amount()),
            leader(mask.selection()).map(Literals::span).orElse(chosen),
            spans(mask.name())));
  }

  private List<String> names(List<NameContext> names) {
    return names.stream().map(literals::name).toList();
  }

  private static List<Span> spans(List<NameContext> names) {
    return names.stream().map(Literals::span).toList();
  }

  private Selection selection(SelectionContext selection, Structures structures) {
    Amount amount = amounts.read(selection.amount());
    String kind = selection.kind.getText();
    RankingContext ranking = selection.ranking();
    if (kind.equals("below")) {
      refuseRanking(ranking);
      return new Selection.Below(amount);
    }
    if (!kind.equals("lowest")) {
      literals.unknown(selection.kind, List.of("lowest", "below"));
    } else if (ranking == null && structures instanceof Structures.Axis) {
      String message = "`lowest` does not say by what structures are ranked";
      problems.syntax(Literals.span(selection), message, "expected `by l1` or `by l2` after it");
    }
    Optional<String> leader = leader(selection).map(literals::name);
    return new Selection.Lowest(amount, criterion(ranking), leader);
  }

  private void refuseRanking(@Nullable RankingContext ranking) {
    if (ranking != null) {
      String message = "`below` ranks nothing, so there is nothing to rank by";
      problems.syntax(Literals.span(ranking), message, "only after `lowest`");
    }
  }

  private Criterion criterion(@Nullable RankingContext ranking) {
    if (ranking == null) {
      return Criterion.L1;
    }
    Token word = ranking.criterion().getStart();
    return literals.choice(word, List.of(Criterion.values()), Criterion::word);
  }

  private static Optional<NameContext> leader(SelectionContext selection) {
    return Optional.ofNullable(selection.ranking())
        .flatMap(ranking -> Optional.ofNullable(ranking.name()));
  }

  private void thin(ThinContext thin) {
    Token role = thin.role().getStart();
    Token dead = thin.dead().getStart();
    steps.add(
        new Step.Thin(
            names(thin.name()),
            literals.choice(role, List.of(Role.FILTERS, Role.CHANNELS), Role::word),
            count(thin.before),
            count(thin.after),
            literals.choice(dead, List.of(DeadChannels.values()), DeadChannels::word)));
    Span end = Literals.span(dead);
    Span counts = Literals.span(thin.before).to(Literals.span(thin.after));
    places.add(
        new StepPlaces(
            Literals.span(thin.getStart()),
            Literals.span(role),
            counts,
            end,
            end,
            spans(thin.name())));
  }

  private OptionalInt count(CountContext count) {
    return count.INT() == null
        ? OptionalInt.empty()
        : OptionalInt.of(literals.whole(count.INT().getSymbol()));
  }

  private void rate(RateContext rate) {
    Call call = new CallReader(literals, problems).read(rate);
    steps.add(new Step.LearningRate(literals.name(rate.instance), call));
    Span type = Literals.span(rate.type);
    Span word = Literals.span(rate.getStart());
    List<Span> names = List.of(Literals.span(rate.instance));
    places.add(new StepPlaces(word, type, type, type, type, names));
  }
}
