package io.schedulec.expand;

import io.schedulec.bind.Selection;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Edits;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The edits that write out the names that selectors stand for. */
public final class Expansion {
  private Expansion() {}

  /** What stands in the way of an edit, at the selector that cannot be written out. */
  private static final class Obstacle extends RuntimeException {
    private final transient Span place;

    Obstacle(Span place) {
      super("cannot be written out", null, false, false);
      this.place = place;
    }
  }

  /** The selector before which an anchor or a tag stands, so that names cannot take its place. */
  public static Optional<Span> obstacle(SourceFile source, List<Selection> selections) {
    try {
      all(source, selections);
      return Optional.empty();
    } catch (Obstacle obstacle) {
      return Optional.of(obstacle.place);
    }
  }

  /** The edits, in source order; none where something stands in the way. */
  public static List<Edit> edits(SourceFile source, List<Selection> selections) {
    try {
      return all(source, selections);
    } catch (Obstacle obstacle) {
      return List.of();
    }
  }

  private static List<Edit> all(SourceFile source, List<Selection> selections) {
    List<Edit> edits = new ArrayList<>();
    Set<Span> done = new HashSet<>();
    Lines lines = new Lines(source);
    for (Selection selection : selections) {
      YamlValue target = selection.argument().value().resolved();
      // A list that several instances share is one list in the file.
      if (done.add(target.span())) {
        edits.addAll(edits(lines, selection, target));
      }
    }
    return Edits.sorted(edits);
  }

  private static List<Edit> edits(Lines lines, Selection selection, YamlValue target) {
    List<Selection.Part> parts = selection.parts();
    Names names = Names.like(lines, parts);
    if (target instanceof YamlValue.Scalar) {
      return List.of(FlowEdits.list(lines, target.span(), parts.get(0).names()));
    }
    if (target instanceof YamlValue.Sequence list) {
      return list.flow()
          ? new FlowEdits(lines, names).edits(parts)
          : new BlockEdits(lines, names).items(parts);
    }
    YamlValue.Mapping map = (YamlValue.Mapping) target;
    return map.flow()
        ? new FlowEdits(lines, names).edits(parts)
        : new BlockEdits(lines, names).entries(parts);
  }

  /** The refusal of a place. */
  static RuntimeException inTheWay(Span place) {
    return new Obstacle(place);
  }
}
