package io.schedulec.analysis;

import io.schedulec.channel.rule.ChannelRules;
import io.schedulec.graph.DeclaredOperator;
import io.schedulec.graph.DeclaredOperator.Clause;
import io.schedulec.graph.DeclaredOperator.Kind;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a configuration says of operators. */
final class ContractReader {
  private static final String SEPARATOR = "::";
  private static final int DIGITS = 3;

  private final SourceFile source;
  private final List<DeclaredOperator> operators = new ArrayList<>();
  private final Map<Contracts.Said, Span> places = new HashMap<>();

  /** A reader of parts of a text. */
  ContractReader(SourceFile source) {
    this.source = source;
  }

  /**
   * What the value of {@code operators} says.
   *
   * @throws UnusableFileException if it makes no sense; says where
   */
  Contracts read(YamlValue value) {
    Set<String> names = new HashSet<>();
    for (YamlValue.Entry entry :
        mapping(value, "`operators` maps operators to what they do").entries()) {
      DeclaredOperator operator = operator(entry);
      if (!names.add(operator.name())) {
        throw wrong(entry.key(), "`" + operator.name() + "` is declared twice");
      }
      operators.add(operator);
    }
    return Contracts.of(source, operators, places);
  }

  private DeclaredOperator operator(YamlValue.Entry entry) {
    String name = entry.key().text();
    int separator = name.indexOf(SEPARATOR);
    String domain = separator < 0 ? "" : name.substring(0, separator);
    String opType = separator < 0 ? name : name.substring(separator + SEPARATOR.length());
    boolean named = !opType.isEmpty() && (separator != 0) && !opType.contains(SEPARATOR);
    if (!named || name.chars().anyMatch(Character::isWhitespace)) {
      throw wrong(
          entry.key(), "not the name of an operator, which is written as in `my.domain::Act`");
    }
    domain = domain.equals("ai.onnx") ? "" : domain;
    if (domain.isEmpty() && ChannelRules.rule(opType) != null) {
      throw wrong(entry.key(), "`" + opType + "` is a standard operator whose channels are known");
    }
    DeclaredOperator nameless = new DeclaredOperator(domain, opType, List.of());
    List<Clause> clauses = new ArrayList<>();
    read(nameless.name(), entry, clauses);
    return new DeclaredOperator(domain, opType, clauses);
  }

  private void read(String operator, YamlValue.Entry entry, List<Clause> into) {
    YamlValue.Mapping said =
        mapping(
            entry.value().resolved(),
            "what an operator does is a map of its outputs, as in `{0: same}`");
    for (YamlValue.Entry part : said.entries()) {
      if (part.key().text().equals("inputs")) {
        inputs(operator, part.value().resolved(), into);
      } else {
        int output =
            number(
                part.key(),
                "unknown key `"
                    + part.key().text()
                    + "`: outputs are numbers from 0 on, and further inputs come under `inputs`");
        output(operator, output, part, into);
      }
    }
    if (into.isEmpty()) {
      throw wrong(entry.key(), "nothing is said of `" + operator + "`");
    }
  }

  private void output(String operator, int output, YamlValue.Entry part, List<Clause> into) {
    YamlValue value = part.value().resolved();
    if (value instanceof YamlValue.Scalar word && word.text().equals("same")) {
      add(operator, Clause.same(output), part.span(), into);
      return;
    }
    YamlValue.Mapping axes =
        mapping(value, "an output is `same`, or a map of its axes, as in `{1: 0.1}`");
    axes(operator, Kind.OUTPUT, output, axes, into);
  }

  private void inputs(String operator, YamlValue value, List<Clause> into) {
    YamlValue.Mapping inputs =
        mapping(value, "`inputs` maps inputs to what numbers their axes, as in `{1: {0: 0.1}}`");
    for (YamlValue.Entry input : inputs.entries()) {
      int place = number(input.key(), "an input is a number from 0 on");
      YamlValue.Mapping axes =
          mapping(input.value().resolved(), "an input is a map of its axes, as in `{0: 0.1}`");
      axes(operator, Kind.INPUT, place, axes, into);
    }
  }

  private void axes(
      String operator, Kind kind, int place, YamlValue.Mapping axes, List<Clause> into) {
    for (YamlValue.Entry entry : axes.entries()) {
      int axis = number(entry.key(), "an axis is a number from 0 on");
      int[] other = axisOfInput(entry.value().resolved());
      if (kind == Kind.INPUT && other[0] == place) {
        throw wrong(entry.value(), "input " + place + " cannot be numbered like itself");
      }
      add(operator, new Clause(kind, place, axis, other[0], other[1]), entry.span(), into);
    }
  }

  private void add(String operator, Clause clause, Span place, List<Clause> into) {
    into.add(clause);
    places.put(new Contracts.Said(operator, clause), place);
  }

  /** An input and an axis of it, as in {@code 0.1}. */
  private int[] axisOfInput(YamlValue value) {
    String text = value instanceof YamlValue.Scalar scalar ? scalar.text() : "";
    int dot = text.indexOf('.');
    if (dot > 0 && isNumber(text.substring(0, dot)) && isNumber(text.substring(dot + 1))) {
      return new int[] {
        Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1))
      };
    }
    throw wrong(value, "an axis of an input is written INPUT.AXIS, as in `0.1`");
  }

  private int number(YamlValue.Scalar key, String otherwise) {
    if (!isNumber(key.text())) {
      throw wrong(key, otherwise);
    }
    return Integer.parseInt(key.text());
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= DIGITS
        && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  private YamlValue.Mapping mapping(YamlValue value, String otherwise) {
    if (value instanceof YamlValue.Mapping mapping) {
      return mapping;
    }
    throw wrong(value, otherwise);
  }

  private UnusableFileException wrong(YamlValue value, String what) {
    return UnusableFileException.at(source, value.span(), what);
  }
}
