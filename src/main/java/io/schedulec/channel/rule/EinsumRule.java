package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Products in Einstein's notation: a letter that two operands share and the result lacks is
 * multiplied away, one that the result has is an axis of it, and one that a single operand has is
 * summed over.
 */
final class EinsumRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("Einsum");
  }

  @Override
  public void link(Node node, Links links) {
    String equation = node.attributes().text("equation", "").replace(" ", "");
    String[] sides = equation.split("->", -1);
    String[] terms = sides[0].split(",", -1);
    boolean plain = !equation.contains(".") && sides.length == 2 && terms.length <= 2;
    if (!plain || terms.length != node.inputs().size() || repeats(terms, sides[1])) {
      for (int i = 0; i < node.inputs().size(); i++) {
        links.freeze(node.input(i).orElseThrow(), Reason.FIXED_SHAPE);
      }
      return;
    }
    Value out = node.output(0).orElseThrow();
    String result = sides[1];
    List<Links.Factor> factors = new ArrayList<>();
    for (int i = 0; i < terms.length; i++) {
      Value value = node.input(i).orElseThrow();
      String other = terms.length > 1 ? terms[1 - i] : "";
      factors.add(factor(links, value, terms[i], other, result));
      roles(links, value, terms[i], result);
    }
    if (factors.size() == 1) {
      links.pass(factors.get(0).value(), out, factors.get(0).labels(), false);
    } else {
      links.contract(factors.get(0), factors.get(1), out);
    }
  }

  /** Whether a term has a letter twice, which takes a diagonal. */
  private static boolean repeats(String[] terms, String result) {
    for (String term : terms) {
      if (term.chars().distinct().count() != term.length()) {
        return true;
      }
    }
    return result.chars().distinct().count() != result.length();
  }

  private static Links.Factor factor(
      Links links, Value value, String term, String other, String result) {
    int[] labels = new int[term.length()];
    Arrays.fill(labels, -1);
    for (int i = 0; i < labels.length; i++) {
      char letter = term.charAt(i);
      if (result.indexOf(letter) >= 0) {
        labels[i] = result.indexOf(letter);
      } else if (other.indexOf(letter) >= 0) {
        labels[i] = result.length() + letter;
      } else {
        links.hold(value, i, Reason.REDUCED);
      }
    }
    return new Links.Factor(value, labels);
  }

  private static void roles(Links links, Value value, String term, String result) {
    for (int i = 0; i < term.length(); i++) {
      if (result.indexOf(term.charAt(i)) >= 0) {
        links.filters(value, i, false);
      } else {
        links.channels(value, i);
      }
    }
  }
}
