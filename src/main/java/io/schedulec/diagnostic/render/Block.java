package io.schedulec.diagnostic.render;

import java.util.List;

/** A part of a page. */
sealed interface Block {

  /** A heading; {@code level} counts its signs. */
  record Heading(int level, String text) implements Block {}

  /** Prose, its lines joined. */
  record Paragraph(String text) implements Block {}

  /** An item of a list, with its bullet or number, {@code depth} columns from the left. */
  record Item(int depth, String bullet, String text) implements Block {}

  /** A table without the line below its header. */
  record Table(List<List<String>> rows) implements Block {
    /** Copies the rows. */
    public Table {
      rows = List.copyOf(rows);
    }
  }

  /** Fenced text; {@code info} is what stands after the opening fence. */
  record Code(String info, String text) implements Block {}
}
