package io.schedulec.bind;

import io.schedulec.graph.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds parameters by name. A {@code module} component, which PyTorch's DataParallel adds, may
 * stand on either side, both or neither, and anywhere in the name.
 */
public final class NameIndex {
  private final Map<String, Parameter> exact = new LinkedHashMap<>();
  private final Map<String, Parameter> plain = new HashMap<>();

  private NameIndex() {}

  /** An index of the given parameters; the first of several with one name wins. */
  public static NameIndex of(Collection<Parameter> parameters) {
    NameIndex index = new NameIndex();
    for (Parameter parameter : parameters) {
      index.exact.putIfAbsent(parameter.name(), parameter);
      index.plain.putIfAbsent(plain(parameter.name()), parameter);
    }
    return index;
  }

  /** The parameter that a schedule means by a name. */
  public Optional<Parameter> find(String name) {
    Parameter found = exact.get(name);
    return Optional.ofNullable(found != null ? found : plain.get(plain(name)));
  }

  /** The names of all parameters, in model order. */
  public Collection<String> names() {
    return Collections.unmodifiableCollection(exact.keySet());
  }

  /** A name without its {@code module} components. */
  public static String plain(String name) {
    if (!name.contains("module")) {
      return name;
    }
    StringBuilder out = new StringBuilder(name.length());
    for (String component : components(name)) {
      if (!component.equals("module")) {
        out.append(out.isEmpty() ? "" : ".").append(component);
      }
    }
    return out.isEmpty() ? name : out.toString();
  }

  /** The parts of a name between its dots. */
  public static List<String> components(String name) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
      parts.add(name.substring(start, dot));
      start = dot + 1;
    }
    parts.add(name.substring(start));
    return parts;
  }
}
