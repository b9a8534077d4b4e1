package io.schedulec.yaml;

import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.ParserImpl;

/** The events of the parser, one after another. */
final class EventSource {
  private final ParserImpl parser;

  EventSource(ParserImpl parser) {
    this.parser = parser;
  }

  /**
   * The next event.
   *
   * <p>The parser answers some malformed texts (an escape beyond Unicode, a version number of 40
   * digits) with exceptions of its own making; for a reader they are syntax errors too.
   */
  Event next() {
    try {
      return parser.getEvent();
    } catch (YAMLException e) {
      throw e;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new YAMLException("unreadable", e);
    }
  }
}
