package io.schedulec.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;

/** The packages of the program, bottom layer first; a class outside them is an error. */
final class Layers {
  static final String ROOT = "io.schedulec";

  private static final List<List<String>> LAYERS =
      List.of(
          List.of("source", "rate", "text", "diagnostic", "diagnostic.render"),
          List.of("yaml", "graph", "catalog", "selector"),
          List.of("graph.onnx", "graph.pt2", "graph.shape", "schedule", "channel", "channel.rule"),
          List.of("bind"),
          List.of("check", "check.chain", "expand", "plan"),
          List.of("lower", "kernel", "surgery", "equivalence"),
          List.of("analysis", "verify"),
          List.of("corpus", "ide", "inspect", "inspect.draw", "reference", "run"),
          List.of("cli", "lsp"));

  /** Written by ANTLR; it belongs to no layer, and only its users are restricted. */
  static final String GENERATED = ROOT + ".grammar";

  private Layers() {}

  static int count() {
    return LAYERS.size();
  }

  /** The packages of one layer. */
  static String[] of(int layer) {
    return LAYERS.get(layer).stream().map(Layers::fullName).toArray(String[]::new);
  }

  /** The packages above one layer. */
  static String[] above(int layer) {
    List<String> names = new ArrayList<>();
    LAYERS.subList(layer + 1, LAYERS.size()).forEach(names::addAll);
    return names.stream().map(Layers::fullName).toArray(String[]::new);
  }

  /** The packages with these short names, without their subpackages. */
  static String[] packages(String... names) {
    return List.of(names).stream().map(Layers::fullName).toArray(String[]::new);
  }

  /** Whether a class lives in a package that is known here. */
  static boolean knows(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(GENERATED)
        || LAYERS.stream().flatMap(List::stream).map(Layers::fullName).anyMatch(name::equals);
  }

  private static String fullName(String name) {
    return ROOT + "." + name;
  }
}
