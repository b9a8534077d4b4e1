package io.schedulec.channel.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The table of operators for the manual, one row for each rule. */
public final class OperatorTable {
  private OperatorTable() {}

  /** The table as Markdown, sorted by the first operator of each row. */
  public static String markdown() {
    Map<String, String> rows = new TreeMap<>();
    for (ChannelRule rule : ChannelRules.all()) {
      List<String> operators = new ArrayList<>(rule.opTypes());
      operators.sort(null);
      String names = String.join(", ", operators);
      rows.put(names, row(names, rule.passes(), rule.freezes()));
    }
    return row("operators", "how channels pass", "what stays as it is")
        + row("---", "---", "---")
        + String.join("", rows.values());
  }

  private static String row(String operators, String passes, String freezes) {
    return "| " + operators + " | " + passes + " | " + freezes + " |\n";
  }
}
