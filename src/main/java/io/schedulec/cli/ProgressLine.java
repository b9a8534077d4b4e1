package io.schedulec.cli;

import io.schedulec.kernel.Progress;

/** One line on a terminal that says how far a run has come; nothing where nobody watches. */
final class ProgressLine {
  private final Terminal terminal;
  private int drawn;
  private int percent = -1;

  ProgressLine(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Draws the line again where it would say something else. */
  void show(Progress progress) {
    int now = (int) (100L * progress.done() / Math.max(1, progress.steps()));
    if (!terminal.progress() || now == percent) {
      return;
    }
    percent = now;
    show("epoch " + progress.epoch() + ", " + percent + " %");
  }

  /** Draws another line in place of the one that is there. */
  void show(String line) {
    if (!terminal.progress()) {
      return;
    }
    terminal.err().print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
    terminal.err().flush();
    drawn = line.length();
  }

  /** Takes the line away. */
  void clear() {
    if (drawn > 0) {
      terminal.err().print("\r" + " ".repeat(drawn) + "\r");
      terminal.err().flush();
      drawn = 0;
    }
  }
}
