package io.schedulec.bind;

import io.schedulec.graph.Parameter;
import io.schedulec.schedule.Instance;
import io.schedulec.schedule.Schedule;
import io.schedulec.schedule.WeightList;
import io.schedulec.selector.Selector;
import io.schedulec.selector.Wrap;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How a schedule writes the names of parameters that it does not name itself. */
final class Spellings {
  private final Optional<Wrap> usual;

  private Spellings(Optional<Wrap> usual) {
    this.usual = usual;
  }

  /** As its names are written, or, where it has none that the model has, as its selectors are. */
  static Spellings of(Schedule schedule, ModelFacts facts, Predicate<String> selects) {
    List<String> texts = texts(schedule);
    for (String text : texts) {
      if (!selects.test(text) && facts.names().find(text).isPresent()) {
        return new Spellings(Wrap.in(text));
      }
    }
    for (String text : texts) {
      Optional<Wrap> wrap = Wrap.in(text);
      if (wrap.isPresent()) {
        return new Spellings(wrap);
      }
    }
    return new Spellings(Optional.empty());
  }

  private static List<String> texts(Schedule schedule) {
    List<String> texts = new ArrayList<>();
    for (Instance instance : schedule.instances()) {
      Optional<WeightList> list = instance.weights();
      list.ifPresent(l -> l.items().forEach(item -> texts.add(item.name().value())));
      instance.parameterKeys().stream().map(Spanned::value).forEach(texts::add);
    }
    return texts;
  }

  /** The name of a parameter that a selector stands for. */
  String of(Parameter parameter, Optional<Selector> selector) {
    Optional<Wrap> own = selector.flatMap(Spellings::wrap);
    Optional<Wrap> wrap = own.isPresent() ? own : usual;
    return wrap.isPresent()
        ? wrap.get().of(NameIndex.components(NameIndex.plain(parameter.name())))
        : parameter.name();
  }

  private static Optional<Wrap> wrap(Selector selector) {
    if (selector instanceof Selector.Names names) {
      return names.pattern().wrap();
    }
    if (selector instanceof Selector.Not not) {
      return wrap(not.operand());
    }
    if (selector instanceof Selector.Call call) {
      return first(call.arguments());
    }
    return selector instanceof Selector.Either either
        ? first(either.operands())
        : first(((Selector.Both) selector).operands());
  }

  private static Optional<Wrap> first(List<Selector> selectors) {
    for (Selector selector : selectors) {
      Optional<Wrap> wrap = wrap(selector);
      if (wrap.isPresent()) {
        return wrap;
      }
    }
    return Optional.empty();
  }
}
