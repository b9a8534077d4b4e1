package io.schedulec.cli;

import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Analyzer;
import io.schedulec.analysis.Fixed;
import io.schedulec.analysis.Fixer;
import io.schedulec.source.UnifiedDiff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Fixes schedules in place, or shows what that would change. */
final class Fixing {
  private final CheckRequest request;
  private final Terminal terminal;
  private final Fixer fixer;
  private final Fixer bolder;
  private final Set<Path> done = new HashSet<>();
  private int count;
  private int files;
  private int leftOut;
  private int unsafe;

  Fixing(CheckRequest request, Terminal terminal, Analyzer analyzer) {
    this.request = request;
    this.terminal = terminal;
    this.fixer = new Fixer(analyzer, request.kinds(), request.unsafeFixes());
    this.bolder = new Fixer(analyzer, request.kinds(), true);
  }

  /**
   * What is known of a schedule of standard input after its fixes, which go to standard output.
   *
   * @param file where it counts as lying
   */
  Analysis fixInput(Analysis found, Path file) {
    Fixed fixed = fixer.fix(found, file);
    if (request.diff()) {
      show(fixed);
    } else {
      terminal.printUtf8(fixed.after().source().text());
    }
    return count(fixed, file);
  }

  /**
   * What is known of a schedule after its fixes.
   *
   * @throws BadRequest if they cannot be written; the file is what it was
   */
  Analysis fix(Analysis found, Path file) throws BadRequest {
    Fixed fixed = fixer.fix(found, file);
    if (!request.diff()) {
      write(fixed, file);
    } else if (done.add(real(file))) {
      show(fixed);
    } else {
      return fixed.after();
    }
    return count(fixed, file);
  }

  private Analysis count(Fixed fixed, Path file) {
    count += fixed.count();
    files += fixed.changed() ? 1 : 0;
    leftOut += fixed.leftOut();
    unsafe += request.unsafeFixes() ? 0 : bolder.fix(fixed.after(), file).count();
    return fixed.after();
  }

  private void write(Fixed fixed, Path file) throws BadRequest {
    if (!fixed.changed()) {
      return;
    }
    String name = fixed.before().source().path();
    if (!Files.isRegularFile(file)) {
      throw new BadRequest("cannot fix " + name + ": not a regular file");
    }
    if (!Files.isWritable(file)) {
      throw new BadRequest("cannot write " + name + ": permission denied");
    }
    if (!holds(file, fixed.before().source().text())) {
      throw new BadRequest("cannot fix " + name + ": it was changed while it was checked");
    }
    AtomicFiles.write(file, fixed.after().source().text());
  }

  private static boolean holds(Path file, String text) throws BadRequest {
    try {
      return Arrays.equals(Files.readAllBytes(file), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new BadRequest("cannot read " + file + ": " + IoReasons.of(e));
    }
  }

  private void show(Fixed fixed) {
    String name = PatchName.of(fixed.before().source().path(), terminal.directory());
    String before = fixed.before().source().text();
    terminal.printUtf8(UnifiedDiff.of(name, before, fixed.after().source().text()));
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }

  /** Says on standard error what was done, and what else could be. */
  void sumUp() {
    if (count > 0) {
      String verb = request.diff() ? " would be fixed in " : " fixed in ";
      say(Reports.count(count, "finding") + verb + Reports.count(files, "file"));
    }
    if (unsafe > 0) {
      String what = count > 0 ? unsafe + " more" : Reports.count(unsafe, "finding");
      say(what + " can be fixed with --unsafe-fixes");
    }
    if (leftOut > 0) {
      say(
          Reports.count(leftOut, "finding")
              + " not fixed, because the schedule would not be better afterwards");
    }
  }

  private void say(String line) {
    terminal.err().println(line);
  }
}
