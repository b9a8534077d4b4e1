package io.schedulec.schedule;

import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the value of {@code weights}. */
final class WeightLists {
  private WeightLists() {}

  static Optional<WeightList> of(Argument argument) {
    YamlValue value = argument.value();
    boolean selected = argument.selected();
    YamlValue target = value.resolved();
    Optional<Span> alias =
        value instanceof YamlValue.Alias ? Optional.of(value.span()) : Optional.empty();
    if (target instanceof YamlValue.Sequence list) {
      return Optional.of(
          new WeightList(
              list.span(),
              WeightList.Form.LIST,
              list.flow(),
              items(list.items()),
              alias,
              selected));
    }
    if (target instanceof YamlValue.Mapping map) {
      return Optional.of(
          new WeightList(map.span(), WeightList.Form.MAP, map.flow(), keys(map), alias, selected));
    }
    return target instanceof YamlValue.Scalar text
        ? Optional.of(
            new WeightList(
                text.span(), WeightList.Form.STRING, false, parts(text), alias, selected))
        : Optional.empty();
  }

  private static List<WeightList.Item> items(List<YamlValue> values) {
    List<WeightList.Item> items = new ArrayList<>(values.size());
    for (YamlValue value : values) {
      if (value.resolved() instanceof YamlValue.Scalar scalar) {
        items.add(item(scalar, value.span()));
      }
    }
    return items;
  }

  private static List<WeightList.Item> keys(YamlValue.Mapping map) {
    List<WeightList.Item> items = new ArrayList<>();
    for (YamlValue.Entry entry : map.entries()) {
      items.add(item(entry.key(), entry.key().span()));
    }
    return items;
  }

  private static WeightList.Item item(YamlValue.Scalar scalar, Span span) {
    return new WeightList.Item(new Spanned<>(scalar.text(), span), span);
  }

  /** The parts of one text, between commas and blanks. */
  private static List<WeightList.Item> parts(YamlValue.Scalar scalar) {
    List<WeightList.Item> items = new ArrayList<>();
    String text = scalar.text();
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || isSeparator(text.charAt(at))) {
        if (at > start) {
          items.add(part(scalar, start, at));
        }
        start = at + 1;
      }
    }
    return items;
  }

  private static WeightList.Item part(YamlValue.Scalar scalar, int start, int end) {
    Span span = scalar.places().span(start, end);
    return new WeightList.Item(new Spanned<>(scalar.text().substring(start, end), span), span);
  }

  private static boolean isSeparator(char c) {
    return c == ',' || c == ';' || Character.isWhitespace(c);
  }
}
