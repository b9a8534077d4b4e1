package io.schedulec.bind;

import io.schedulec.graph.Parameter;
import io.schedulec.schedule.Argument;
import io.schedulec.selector.Selector;
import io.schedulec.source.Span;
import io.schedulec.yaml.ScalarType;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A list of names while its items are read one after the other. */
final class SelectedList {
  private final Universe universe;
  private final List<Item> items = new ArrayList<>();
  private final BitSet listed = new BitSet();

  SelectedList(Universe universe) {
    this.universe = universe;
  }

  /** An item and what is left of it. */
  private static final class Item {
    private final Span span;
    private final String text;
    private final Optional<SelectorUse> use;
    private final BitSet matches;
    private boolean gone;

    Item(Span span, String text, Optional<SelectorUse> use, BitSet matches) {
      this.span = span;
      this.text = text;
      this.use = use;
      this.matches = matches;
    }
  }

  void addName(Span span, String text) {
    BitSet match = new BitSet();
    Optional<Parameter> parameter = universe.facts().names().find(text);
    parameter.flatMap(universe::number).ifPresent(match::set);
    items.add(new Item(span, text, Optional.empty(), match));
    listed.or(match);
  }

  /** Adds those matches that are not listed yet; whether there are any. */
  boolean addSelector(SelectorUse use, BitSet matches) {
    BitSet fresh = (BitSet) matches.clone();
    fresh.andNot(listed);
    items.add(new Item(use.span(), use.text(), Optional.of(use), fresh));
    listed.or(fresh);
    return !fresh.isEmpty();
  }

  /** Takes matches out of the items before; how many of them there were. */
  int takeOut(SelectorUse use, BitSet matches) {
    BitSet out = (BitSet) matches.clone();
    out.and(listed);
    listed.andNot(out);
    for (Item item : items) {
      item.gone |= item.use.isEmpty() && item.matches.intersects(out);
      item.matches.andNot(out);
    }
    items.add(new Item(use.span(), use.text(), Optional.of(use), new BitSet()));
    return out.cardinality();
  }

  /** Whether nothing is listed. */
  boolean isEmpty() {
    for (Item item : items) {
      if (!item.matches.isEmpty() || (item.use.isEmpty() && !item.gone)) {
        return false;
      }
    }
    return true;
  }

  List<Selection.Part> parts(Spellings spellings) {
    List<Selection.Part> parts = new ArrayList<>();
    for (Item item : items) {
      parts.add(
          new Selection.Part(
              item.span, item.use.isPresent(), names(item, spellings), Optional.empty()));
    }
    return parts;
  }

  private List<String> names(Item item, Spellings spellings) {
    if (item.use.isEmpty()) {
      return item.gone ? List.of() : List.of(item.text);
    }
    Optional<Selector> selector = item.use.get().parsed().selector();
    List<String> names = new ArrayList<>();
    for (int i = item.matches.nextSetBit(0); i >= 0; i = item.matches.nextSetBit(i + 1)) {
      names.add(spellings.of(universe.parameter(i), selector));
    }
    return names;
  }

  /** The list as if the names were written. */
  YamlValue value(Argument argument, YamlValue target, Spellings spellings) {
    List<YamlValue> names = new ArrayList<>();
    YamlValue.Scalar any = anyScalar(target);
    for (Selection.Part part : parts(spellings)) {
      for (String name : part.names()) {
        names.add(
            new YamlValue.Scalar(
                part.span(), name, YamlValue.Style.PLAIN, ScalarType.STRING, any.places()));
      }
    }
    boolean flow = target instanceof YamlValue.Sequence list && list.flow();
    YamlValue list = new YamlValue.Sequence(target.span(), names, flow);
    return argument.value() instanceof YamlValue.Alias alias
        ? new YamlValue.Alias(alias.span(), alias.name(), list)
        : list;
  }

  private static YamlValue.Scalar anyScalar(YamlValue target) {
    if (target instanceof YamlValue.Sequence list) {
      for (YamlValue item : list.items()) {
        if (item.resolved() instanceof YamlValue.Scalar text) {
          return text;
        }
      }
    }
    return (YamlValue.Scalar) target;
  }
}
