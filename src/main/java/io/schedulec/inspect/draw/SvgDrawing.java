package io.schedulec.inspect.draw;

import io.schedulec.bind.ModelFacts;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.inspect.draw.Scene.Area;
import io.schedulec.inspect.draw.Scene.Box;
import io.schedulec.inspect.draw.Scene.Curve;
import io.schedulec.inspect.draw.Scene.Frame;
import io.schedulec.inspect.draw.Scene.Label;
import io.schedulec.source.OneLine;
import java.util.List;

/** A model as a picture for browsers and documents. */
public final class SvgDrawing {
  private static final double MARGIN = 24;
  private static final double HEADING = 44;

  private final Outline outline;
  private final ModelFacts facts;
  private final Palette palette;
  private final GroupTexts groups;
  private final Svg svg = new Svg();

  private SvgDrawing(Outline outline, ModelFacts facts) {
    this.outline = outline;
    this.facts = facts;
    this.palette = new Palette(outline, facts.spaces());
    this.groups = new GroupTexts(facts.spaces());
  }

  /**
   * The text of a picture.
   *
   * @param expand whether blocks that are alike are all drawn
   */
  public static String of(ModelFacts facts, boolean expand) {
    Outline outline = Outlining.of(facts, expand);
    return new SvgDrawing(outline, facts).picture();
  }

  private String picture() {
    Scene scene = Columns.of(Leveling.of(outline), outline);
    Legend legend = new Legend(outline, groups, palette);
    String summary = summary();
    String name = OneLine.of(facts.graph().name());
    double wide = Lettering.width(name, 16);
    double width = Math.max(Math.max(scene.width(), legend.least()), wide) + 2 * MARGIN;
    double top = MARGIN + HEADING + scene.height() + MARGIN;
    double height = top + legend.height(width - 2 * MARGIN) + MARGIN;
    svg.begin(width, height, name, summary);
    svg.text("ink", MARGIN, MARGIN + 12, 16, true, name);
    svg.text("dim", MARGIN, MARGIN + 30, Lettering.SMALL, false, summary);
    svg.open("translate(" + Svg.number(MARGIN) + " " + Svg.number(MARGIN + HEADING) + ")");
    scene.frames().forEach(this::frame);
    scene.curves().forEach(this::curve);
    scene.boxes().forEach(this::box);
    scene.labels().forEach(this::label);
    svg.close();
    svg.open("translate(" + Svg.number(MARGIN) + " " + Svg.number(top) + ")");
    legend.write(svg, width - 2 * MARGIN);
    svg.close();
    return svg.end();
  }

  private String summary() {
    int layers = 0;
    for (Item item : outline.sketch().items()) {
      layers += item.kind() == Item.Kind.LAYER ? 1 : 0;
    }
    int prunable = 0;
    for (CoupledGroup group : facts.spaces().groups()) {
      prunable += group.prunable() ? 1 : 0;
    }
    return Texts.count(layers, "layer")
        + ", "
        + Texts.count(facts.spaces().groups().size(), "group")
        + " of channels, "
        + prunable
        + " of them prunable";
  }

  private void frame(Frame frame) {
    Area area = frame.area();
    Block block = outline.blocks().get(frame.block());
    svg.openWithTitle(OneLine.of(block.title()));
    svg.rect("frame", area, 10, "");
    String title = Boxes.title(block);
    svg.text("dim", frame.title().x(), frame.title().y(), Lettering.SMALL, true, title);
    svg.close();
  }

  private void curve(Curve curve) {
    boolean many = curve.groups().size() > Palette.MOST_ON_A_LINE;
    List<String> colors = many ? List.of() : palette.of(curve.groups());
    String path = Paths.of(curve);
    if (colors.isEmpty()) {
      svg.path(path, Palette.GREY, 1, 0);
    } else {
      for (int i = 0; i < colors.size(); i++) {
        svg.path(path, colors.get(i), colors.size(), i);
      }
    }
    if (curve.arrow()) {
      svg.arrow(
          curve.points().get(curve.points().size() - 1),
          colors.size() == 1 ? colors.get(0) : Palette.GREY);
    }
  }

  private void box(Box box) {
    Item item = outline.sketch().items().get(box.item());
    List<String> colors = palette.of(item.groups());
    String color = colors.size() == 1 ? colors.get(0) : Palette.GREY;
    Area area = box.area();
    double round = item.kind() == Item.Kind.LAYER ? 4 : area.height() / 2;
    svg.openWithTitle(Texts.tooltip(item, groups));
    svg.rect("paper", area, round, "");
    svg.rect("box", area, round, color);
    if (colors.size() > 1) {
      bar(item.groups(), area);
    }
    List<String> lines = Boxes.lines(item);
    double y = area.y() + area.height() / 2 + (lines.size() > 1 ? -3 : 4);
    svg.centered("ink", area.middle(), y, Boxes.nameSize(item), lines.get(0));
    if (lines.size() > 1) {
      svg.centered("dim", area.middle(), y + 15, Lettering.SMALL, lines.get(1));
    }
    svg.close();
  }

  /** The groups of a box that has several, each as wide as it has channels. */
  private void bar(List<Integer> parts, Area area) {
    double all = 0;
    for (int group : parts) {
      all += groups.group(group).size();
    }
    double x = area.x() + 8;
    for (int group : parts) {
      double width = (area.width() - 16) * groups.group(group).size() / all;
      svg.bar(new Area(x, area.bottom() - 3, width, 3), palette.of(group));
      x += width;
    }
  }

  private void label(Label label) {
    Area area = label.area();
    svg.text("dim", area.x(), area.y() + 11, Lettering.SMALL, false, label.text());
  }
}
