package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Figure;
import io.schedulec.diagnostic.Figure.Chains.Chain;
import io.schedulec.diagnostic.Figure.Chains.Layer;
import io.schedulec.diagnostic.Figure.Joins.Joined;
import java.util.ArrayList;
import java.util.List;

/** Tells what a figure shows. */
final class NarratedFigures {
  private static final int MOST_ROWS = 12;
  private static final int MOST_EPOCHS = 6;

  private NarratedFigures() {}

  /** Adds the sentences of a figure. */
  static void tell(Figure figure, Narration narration) {
    List<String> told = new ArrayList<>();
    if (figure instanceof Figure.Joins joins) {
      joins(joins, told);
    } else if (figure instanceof Figure.Chains chains) {
      chains(chains, told);
    } else if (figure instanceof Figure.Sources sources) {
      sources(sources, told);
    } else if (figure instanceof Figure.Timeline timeline) {
      timeline(timeline, told);
    } else if (figure instanceof Figure.Lines drawn) {
      drawn.lines().forEach(narration::show);
    } else {
      throw new AssertionError(figure);
    }
    told.subList(0, Math.min(told.size(), MOST_ROWS)).forEach(narration::say);
    if (told.size() > MOST_ROWS) {
      narration.say(told.size() - MOST_ROWS + " more");
    }
  }

  private static void joins(Figure.Joins figure, List<String> lines) {
    lines.add("Graph: " + figure.caption());
    List<Joined> rows = figure.rows();
    for (int i = 0; i < rows.size(); i++) {
      Joined row = rows.get(i);
      if (!row.listed()) {
        lines.add("Missing: " + row.layer() + reason(rows, i));
      }
    }
  }

  private static String reason(List<Joined> rows, int missing) {
    if (rows.size() == 1) {
      return "";
    }
    int other = missing == 0 ? 1 : missing - 1;
    String join = rows.get(Math.max(missing, other)).join();
    String at = join.isEmpty() ? "" : " at " + join;
    return ", because it meets " + rows.get(other).layer() + at;
  }

  private static void chains(Figure.Chains figure, List<String> lines) {
    lines.add("Graph: " + figure.caption());
    for (int i = 0; i < figure.chains().size(); i++) {
      Chain chain = figure.chains().get(i);
      String tied = chain.tiedAt().isEmpty() ? "" : ", tied at " + chain.tiedAt();
      lines.add(chain.name() + ", " + chain.size() + " " + chain.unit() + tied);
      layers("Listed: ", chain, true, lines);
      layers("Not listed: ", chain, false, lines);
      if (i < figure.separators().size()) {
        lines.add(figure.separators().get(i));
      }
    }
  }

  private static void layers(String before, Chain chain, boolean listed, List<String> lines) {
    List<String> names = new ArrayList<>();
    for (Layer layer : chain.layers()) {
      if (layer.listed() == listed) {
        names.add(layer.name());
      }
    }
    if (!names.isEmpty()) {
      lines.add(before + String.join(", ", names));
    }
  }

  private static void sources(Figure.Sources figure, List<String> lines) {
    String via = figure.operator().isEmpty() ? "" : " through " + figure.operator();
    for (Figure.Sources.Source source : figure.sources()) {
      lines.add(
          "Channels "
              + source.from()
              + " to "
              + source.to()
              + " of "
              + figure.layer()
              + " come from "
              + source.layer()
              + via);
    }
  }

  private static void timeline(Figure.Timeline figure, List<String> lines) {
    for (Figure.Timeline.Firings row : figure.rows()) {
      lines.add("`" + row.name() + "` fires in " + epochs(row.epochs()));
    }
    if (!figure.clashes().isEmpty()) {
      lines.add("Both fire in " + epochs(figure.clashes()));
    }
  }

  /** Epochs as they are said: the ends and the step of an even row, else one by one. */
  private static String epochs(List<Integer> epochs) {
    if (epochs.isEmpty()) {
      return "no epoch";
    }
    int last = epochs.size() - 1;
    if (last == 0) {
      return "epoch " + epochs.get(0);
    }
    int step = epochs.get(1) - epochs.get(0);
    for (int i = 1; i <= last; i++) {
      if (epochs.get(i) - epochs.get(i - 1) != step) {
        return "epochs " + some(epochs);
      }
    }
    String every = step == 1 ? "" : ", every " + step;
    return "epochs " + epochs.get(0) + " to " + epochs.get(last) + every;
  }

  private static String some(List<Integer> epochs) {
    List<String> words = new ArrayList<>();
    for (int epoch : epochs.subList(0, Math.min(MOST_EPOCHS, epochs.size()))) {
      words.add(String.valueOf(epoch));
    }
    int left = epochs.size() - words.size();
    return String.join(", ", words) + (left == 0 ? "" : " and " + left + " more");
  }
}
