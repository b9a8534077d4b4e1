package io.schedulec.corpus;

import java.nio.file.Path;

/**
 * A schedule that says what is wrong with it.
 *
 * @param file where it lies
 * @param name what it is called in findings, whatever directory the suite is run from
 * @param kind what is asked of it besides its claims
 * @param code the code that its folder stands for; empty where the folder stands for none
 */
public record Case(Path file, String name, Kind kind, String code) {

  /** What is asked of a case. */
  public enum Kind {
    /** It is silent. */
    OK,
    /** Something is found, the code of its folder among it. */
    ERR,
    /** What it claims is found, and nothing else. */
    PLAIN
  }

  /** A file beside it, with the same name and another ending. */
  public Path beside(String ending) {
    return file.resolveSibling(stem() + ending);
  }

  /** A file beside it, as it is called. */
  String nameBeside(String ending) {
    return name.substring(0, name.lastIndexOf('.')) + ending;
  }

  private String stem() {
    String own = file.getFileName().toString();
    return own.substring(0, own.lastIndexOf('.'));
  }
}
