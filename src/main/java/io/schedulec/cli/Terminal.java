package io.schedulec.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where a command reads and writes, and what can be shown there.
 *
 * @param in standard input
 * @param out where results go, and nothing else
 * @param err where everything else goes
 * @param width how many columns a line of text may take
 * @param color whether results may be coloured
 * @param ascii whether results must do without letters and lines beyond ASCII
 * @param progress whether somebody watches {@code err}, so that progress may be drawn there
 * @param directory what relative paths are relative to
 */
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    int width,
    boolean color,
    boolean ascii,
    boolean progress,
    Path directory) {

  /** The width where nothing is known about the terminal, or there is none. */
  static final int DEFAULT_WIDTH = 100;

  /** A path as the user meant it. */
  Path resolve(String path) {
    return directory.resolve(path);
  }

  /** This terminal as the options of one command want it. */
  Terminal with(ColorChoice choice, boolean asciiOnly) {
    return new Terminal(
        in, out, err, width, choice.applyTo(color), ascii || asciiOnly, progress, directory);
  }

  /** This terminal with other streams to write to. */
  Terminal withStreams(PrintStream newOut, PrintStream newErr) {
    return new Terminal(in, newOut, newErr, width, color, ascii, progress, directory);
  }

  /** Writes a result whose charset is fixed whatever the locale says, such as JSON. */
  void printUtf8(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
  }
}
