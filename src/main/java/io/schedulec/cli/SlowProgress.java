package io.schedulec.cli;

/** How far a check has come, said to those who watch and only when it takes long. */
final class SlowProgress {
  private static final long PATIENCE = 1_000_000_000L;

  private final Terminal terminal;
  private final int all;
  private final long start = System.nanoTime();
  private long shown;

  SlowProgress(Terminal terminal, int all) {
    this.terminal = terminal;
    this.all = all;
  }

  /** Says how many of all are done, a few times a second. */
  void show(int done) {
    long now = System.nanoTime();
    if (terminal.progress() && now - start > PATIENCE && now - shown > PATIENCE / 10) {
      String line = "checked " + done + " of " + all;
      terminal.err().print("\r" + line);
      terminal.err().flush();
      shown = now;
    }
  }

  /** Takes the line away. */
  void clear() {
    if (shown != 0) {
      terminal.err().print("\r" + " ".repeat(("checked  of " + all + all).length()) + "\r");
      terminal.err().flush();
    }
  }
}
