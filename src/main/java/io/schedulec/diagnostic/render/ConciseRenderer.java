package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.source.Position;
import io.schedulec.source.SourceFile;
import java.util.List;

/** Shows a finding in one line, as compilers do and editors read it. */
public final class ConciseRenderer {
  private static final int MOST_NAMES = 6;
  private static final int ENDS = 2;
  private static final String PARAMETER = ".weight";

  private final Glyphs glyphs;

  /** A renderer that keeps to ASCII when asked to. */
  public ConciseRenderer(boolean ascii) {
    this.glyphs = ascii ? Glyphs.ASCII : Glyphs.UNICODE;
  }

  /** The finding as {@code path:line:column: severity: message [code]}, ended by {@code \n}. */
  public String render(SourceFile file, Diagnostic diagnostic) {
    Position at = file.position(diagnostic.primary().span().start());
    StringBuilder out = new StringBuilder(160);
    out.append(file.path()).append(':').append(at.line()).append(':').append(at.column());
    out.append(": ").append(diagnostic.severity().word());
    out.append(": ").append(diagnostic.message());
    if (diagnostic.data().get("missing") instanceof List<?> missing && !missing.isEmpty()) {
      out.append("; missing ");
      names(missing, out);
    }
    out.append(" [").append(diagnostic.kind().code()).append(']');
    return glyphs.text(out.toString()) + "\n";
  }

  /** Names as people call the layers; the middle of a long list is only counted. */
  private static void names(List<?> names, StringBuilder out) {
    for (int i = 0; i < names.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      if (i == ENDS && names.size() > MOST_NAMES) {
        int left = names.size() - 2 * ENDS;
        out.append('(').append(left).append(" more), ");
        i += left;
      }
      String name = String.valueOf(names.get(i));
      boolean parameter = name.endsWith(PARAMETER);
      out.append(parameter ? name.substring(0, name.length() - PARAMETER.length()) : name);
    }
  }
}
