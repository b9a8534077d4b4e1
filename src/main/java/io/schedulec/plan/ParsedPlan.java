package io.schedulec.plan;

import io.schedulec.source.SourceFile;

/** A plan and where each of its parts stands in its text; not yet known to be right for a model. */
public final class ParsedPlan {
  private final SourceFile source;
  private final Plan plan;
  private final Places places;

  ParsedPlan(SourceFile source, Plan plan, Places places) {
    this.source = source;
    this.plan = plan;
    this.places = places;
  }

  /** The text. */
  public SourceFile source() {
    return source;
  }

  /** The plan. */
  public Plan plan() {
    return plan;
  }

  Places places() {
    return places;
  }
}
