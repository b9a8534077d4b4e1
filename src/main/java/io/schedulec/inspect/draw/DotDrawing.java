package io.schedulec.inspect.draw;

import io.schedulec.bind.ModelFacts;
import io.schedulec.source.OneLine;
import java.util.List;

/** A model for Graphviz. */
public final class DotDrawing {
  private final Outline outline;
  private final ModelFacts facts;
  private final Palette palette;
  private final GroupTexts groups;
  private final StringBuilder out = new StringBuilder();

  private DotDrawing(Outline outline, ModelFacts facts) {
    this.outline = outline;
    this.facts = facts;
    this.palette = new Palette(outline, facts.spaces());
    this.groups = new GroupTexts(facts.spaces());
  }

  /**
   * The text of a graph.
   *
   * @param expand whether blocks that are alike are all drawn
   */
  public static String of(ModelFacts facts, boolean expand) {
    Outline outline = Outlining.of(facts, expand);
    return new DotDrawing(outline, facts).graph();
  }

  private String graph() {
    out.append("digraph ").append(quoted(facts.graph().name())).append(" {\n");
    out.append("  bgcolor=\"transparent\"\n");
    out.append("  node [fontname=\"Helvetica\", fontsize=10, margin=\"0.1,0.04\", height=0.3]\n");
    out.append("  edge [fontname=\"Helvetica\", fontsize=9, arrowsize=0.6]\n");
    items(-1, "  ");
    outline.wires().forEach(this::wire);
    return out.append("}\n").toString();
  }

  private void items(int block, String indent) {
    outline.itemsIn(block).forEach(item -> item(item, indent));
    outline.blocksIn(block).forEach(inner -> block(inner, indent));
  }

  private void block(int number, String indent) {
    out.append(indent).append("subgraph cluster_").append(number).append(" {\n");
    out.append(indent).append("  label=");
    out.append(quoted(OneLine.of(outline.blocks().get(number).title())));
    out.append("; labeljust=l; style=\"dashed,rounded\"; color=\"").append(Palette.GREY);
    out.append("\"; fontcolor=\"").append(Palette.GREY);
    out.append("\"; fontname=\"Helvetica\"; fontsize=10\n");
    items(number, indent + "  ");
    out.append(indent).append("}\n");
  }

  private void item(int number, String indent) {
    Item item = outline.sketch().items().get(number);
    List<String> colors = palette.of(item.groups());
    String color = colors.size() == 1 ? colors.get(0) : Palette.GREY;
    String detail = Texts.detail(item);
    out.append(indent).append('n').append(number).append(" [label=");
    out.append(quoted(Texts.name(item) + (detail.isEmpty() ? "" : "\n" + detail)));
    out.append(", shape=").append(item.kind() == Item.Kind.LAYER ? "box" : "ellipse");
    out.append(", style=\"filled\", penwidth=2, color=\"").append(color);
    out.append("\", fillcolor=\"").append(Palette.tint(color)).append("\", fontcolor=\"#000000\"");
    out.append(", tooltip=").append(quoted(Texts.tooltip(item, groups))).append("]\n");
  }

  private void wire(Wire wire) {
    List<String> colors = palette.of(wire.groups());
    String color = colors.size() == 1 ? colors.get(0) : Palette.GREY;
    out.append("  n").append(wire.from()).append(" -> n").append(wire.to());
    out.append(" [label=").append(quoted(wire.label())).append(", color=\"").append(color);
    out.append("\", fontcolor=\"").append(color).append("\", penwidth=1.5]\n");
  }

  /** A text between quotes; in a label a backslash begins an escape, and a line break is one. */
  private static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return '"' + escaped + '"';
  }
}
