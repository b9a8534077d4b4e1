package io.schedulec.graph.pt2;

import java.util.ArrayList;
import java.util.List;

/** The names of values in arguments and results, whatever kind those are of. */
final class Names {
  private Names() {}

  /** The names in a value that is one of several kinds. */
  static List<String> in(Json argument) {
    List<String> names = new ArrayList<>(1);
    add(argument, names);
    return names;
  }

  private static void add(Json argument, List<String> names) {
    if (!argument.isObject()) {
      return;
    }
    String kind = argument.kind();
    switch (kind) {
      case "as_tensor" -> names.add(argument.member(kind).member("name").text());
      case "as_tensors" ->
          argument.member(kind).items().forEach(t -> names.add(t.member("name").text()));
      case "as_nested_tensors" ->
          argument
              .member(kind)
              .items()
              .forEach(l -> l.items().forEach(t -> names.add(t.member("name").text())));
      case "as_optional_tensor", "as_sym_int", "as_sym_float", "as_sym_bool" ->
          addNumber(argument.member(kind), names);
      case "as_optional_tensors", "as_sym_ints", "as_sym_floats", "as_sym_bools" ->
          argument.member(kind).items().forEach(item -> addNumber(item, names));
      case "as_string_to_argument" ->
          argument.member(kind).members().values().forEach(item -> add(item, names));
      default -> {}
    }
  }

  private static void addNumber(Json item, List<String> names) {
    switch (item.kind()) {
      case "as_name" -> names.add(item.member("as_name").text());
      case "as_tensor" -> add(item, names);
      default -> {}
    }
  }
}
