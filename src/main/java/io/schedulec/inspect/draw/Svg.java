package io.schedulec.inspect.draw;

import io.schedulec.inspect.draw.Scene.Area;
import io.schedulec.inspect.draw.Scene.Point;

/** Writes the elements of an SVG file. */
final class Svg {
  private static final double DASH = 7;

  private static final String STYLE =
      """
      <style>
      text { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace }
      .paper { fill: #ffffff }
      .ink { fill: #1c2127 }
      .dim { fill: #5a636e }
      .frame { fill: none; stroke: #808080; stroke-dasharray: 5 4 }
      .box { fill-opacity: 0.16; stroke-width: 1.6 }
      .line { fill: none; stroke-width: 1.8 }
      @media (prefers-color-scheme: dark) {
      .paper { fill: #14181d }
      .ink { fill: #eceff3 }
      .dim { fill: #a4aeb9 }
      .box { fill-opacity: 0.28 }
      }
      </style>
      """;

  private final StringBuilder out = new StringBuilder();

  /** A length, to a tenth of a pixel. */
  static String number(double length) {
    long tenths = Math.round(length * 10);
    String sign = tenths < 0 ? "-" : "";
    long rest = Math.abs(tenths) % 10;
    return sign + Math.abs(tenths) / 10 + (rest == 0 ? "" : "." + rest);
  }

  void begin(double width, double height, String title, String description) {
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
    out.append(" aria-labelledby=\"title description\"");
    attribute("width", number(Math.ceil(width)));
    attribute("height", number(Math.ceil(height)));
    attribute("viewBox", "0 0 " + number(Math.ceil(width)) + " " + number(Math.ceil(height)));
    out.append(">\n<title id=\"title\">").append(Xml.text(title)).append("</title>\n");
    out.append("<desc id=\"description\">").append(Xml.text(description)).append("</desc>\n");
    out.append(STYLE);
    out.append("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
  }

  String end() {
    return out.append("</svg>\n").toString();
  }

  void open(String transform) {
    out.append("<g");
    attribute("transform", transform);
    out.append(">\n");
  }

  /** Opens what has a text that appears when somebody points at it. */
  void openWithTitle(String title) {
    out.append("<g><title>").append(Xml.text(title)).append("</title>\n");
  }

  void close() {
    out.append("</g>\n");
  }

  void rect(String kind, Area area, double round, String color) {
    out.append("<rect");
    attribute("class", kind);
    area(area);
    attribute("rx", number(round));
    if (!color.isEmpty()) {
      attribute("fill", color);
      attribute("stroke", color);
    }
    out.append("/>\n");
  }

  void bar(Area area, String color) {
    out.append("<rect");
    area(area);
    attribute("fill", color);
    out.append("/>\n");
  }

  private void area(Area area) {
    attribute("x", number(area.x()));
    attribute("y", number(area.y()));
    attribute("width", number(area.width()));
    attribute("height", number(area.height()));
  }

  /** A line; where it has several colours, one of them, which leaves out the places of others. */
  void path(String path, String color, int colors, int number) {
    out.append("<path class=\"line\"");
    attribute("d", path);
    attribute("stroke", color);
    if (colors > 1) {
      attribute("stroke-dasharray", number(DASH) + " " + number(DASH * (colors - 1)));
      attribute("stroke-dashoffset", number(-DASH * number));
    }
    out.append("/>\n");
  }

  void arrow(Point tip, String color) {
    out.append("<path");
    String x = number(tip.x());
    String y = number(tip.y());
    attribute("d", "M" + x + " " + y + "l-3.5 -6h7z");
    attribute("fill", color);
    out.append("/>\n");
  }

  void text(String kind, double x, double y, double size, boolean bold, String text) {
    text(kind, x, y, size, bold ? " font-weight=\"bold\"" : "", text);
  }

  void centered(String kind, double x, double y, double size, String text) {
    text(kind, x, y, size, " text-anchor=\"middle\"", text);
  }

  private void text(String kind, double x, double y, double size, String how, String text) {
    out.append("<text");
    attribute("class", kind);
    attribute("x", number(x));
    attribute("y", number(y));
    attribute("font-size", number(size));
    out.append(how).append('>').append(Xml.text(text)).append("</text>\n");
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"").append(Xml.text(value)).append('"');
  }
}
