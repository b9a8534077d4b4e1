package io.schedulec.lsp;

import java.util.List;
import java.util.Optional;

/** In what units a client counts the columns of a line. */
enum PositionEncoding {
  UTF_8("utf-8"),
  UTF_16("utf-16"),
  UTF_32("utf-32");

  private final String word;

  PositionEncoding(String word) {
    this.word = word;
  }

  /** The protocol's word. */
  String word() {
    return word;
  }

  /** The first of a client's encodings that is known; UTF-16, which all know, where it has none. */
  static PositionEncoding of(List<String> offered) {
    for (String each : offered) {
      Optional<PositionEncoding> known =
          List.of(values()).stream().filter(e -> e.word.equals(each)).findFirst();
      if (known.isPresent()) {
        return known.get();
      }
    }
    return UTF_16;
  }

  /** How many units the text has. */
  int units(String text) {
    int units = 0;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      units += units(character);
      at += Character.charCount(character);
    }
    return units;
  }

  /** The offset in a line that so many units lie before; never inside a character. */
  int offset(String line, int units) {
    int at = 0;
    int left = units;
    while (at < line.length()) {
      int character = line.codePointAt(at);
      left -= units(character);
      if (left < 0) {
        break;
      }
      at += Character.charCount(character);
    }
    return at;
  }

  private int units(int character) {
    return switch (this) {
      case UTF_8 -> character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
      case UTF_16 -> Character.charCount(character);
      case UTF_32 -> 1;
    };
  }
}
