package io.schedulec.plan;

import io.schedulec.channel.Role;
import io.schedulec.grammar.PlanLexer;
import io.schedulec.grammar.PlanParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** What may stand at a place, in words. */
final class Expectations {
  private static final Map<Integer, String> PLACES =
      Map.of(
          PlanParser.RULE_header, " in the header",
          PlanParser.RULE_group, " in a group",
          PlanParser.RULE_member, " in a member of a group",
          PlanParser.RULE_balance, " in a balance",
          PlanParser.RULE_epochs, " in the epochs of a block",
          PlanParser.RULE_block, " in a block",
          PlanParser.RULE_mask, " in a mask",
          PlanParser.RULE_amount, " in an amount",
          PlanParser.RULE_thin, " in a thinning",
          PlanParser.RULE_rate, " in a learning rate");

  private Expectations() {}

  /** Where a rule is, e.g. {@code in a mask}; empty where that says nothing. */
  static String place(@Nullable RuleContext context) {
    RuleContext at = context;
    while (at != null && !PLACES.containsKey(at.getRuleIndex())) {
      at = at.parent;
    }
    return at == null ? "" : PLACES.getOrDefault(at.getRuleIndex(), "");
  }

  /** The words of a rule that are looked up, not part of the grammar. */
  static List<String> words(@Nullable RuleContext context) {
    if (context == null) {
      return List.of();
    }
    return switch (context.getRuleIndex()) {
      case PlanParser.RULE_rounding -> List.of("distiller", "keep-floor", "multiple:8");
      case PlanParser.RULE_role -> Arrays.stream(Role.values()).map(Role::word).toList();
      case PlanParser.RULE_thin -> List.of(Role.FILTERS.word(), Role.CHANNELS.word());
      case PlanParser.RULE_mask, PlanParser.RULE_selection -> List.of("lowest", "below");
      case PlanParser.RULE_criterion ->
          Arrays.stream(Criterion.values()).map(Criterion::word).toList();
      case PlanParser.RULE_dead ->
          Arrays.stream(DeadChannels.values()).map(DeadChannels::word).toList();
      default -> List.of();
    };
  }

  /** What is expected, e.g. {@code `axis` or a name}. */
  static String of(IntervalSet tokens, @Nullable RuleContext context) {
    List<String> choices = new ArrayList<>();
    boolean name = tokens.contains(PlanLexer.WORD) && tokens.contains(PlanLexer.STRING);
    boolean number = tokens.contains(PlanLexer.REAL);
    for (int token : tokens.toArray()) {
      if (token == PlanLexer.WORD) {
        choices.addAll(name ? List.of("a name") : word(context));
      } else if (token == PlanLexer.STRING) {
        choices.addAll(name ? List.of() : List.of("a text in quotes"));
      } else if (token == PlanLexer.REAL) {
        choices.add("a number");
      } else if (token == PlanLexer.INT) {
        choices.addAll(number ? List.of() : List.of("a whole number"));
      } else if (!number || !special(token)) {
        choices.add(literal(token));
      }
    }
    return either(choices);
  }

  private static List<String> word(@Nullable RuleContext context) {
    if (context != null && context.getRuleIndex() == PlanParser.RULE_digest) {
      return List.of("a digest");
    }
    if (context != null && context.getRuleIndex() == PlanParser.RULE_amount) {
      return List.of("a function such as `" + Ramps.ALL.get(0).example() + "`");
    }
    List<String> words = words(context);
    return words.isEmpty() ? List.of("a word") : words.stream().map(w -> "`" + w + "`").toList();
  }

  /** Numbers that are written as words. */
  private static boolean special(int token) {
    return List.of("`nan`", "`inf`", "`-inf`").contains(literal(token));
  }

  /** A word or sign of the grammar in backquotes. */
  static String literal(int token) {
    String quoted = PlanLexer.VOCABULARY.getLiteralName(token);
    return quoted == null ? "the end" : "`" + quoted.substring(1, quoted.length() - 1) + "`";
  }

  /** Choices as {@code a, b or c}. */
  static String either(List<String> choices) {
    int last = choices.size() - 1;
    return last < 1
        ? String.join("", choices)
        : String.join(", ", choices.subList(0, last)) + " or " + choices.get(last);
  }
}
