package io.schedulec.corpus;

import io.schedulec.analysis.Fixed;
import io.schedulec.analysis.UnusableFileException;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.source.UnifiedDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files beside cases, compared with what they have to hold, or rewritten. */
public final class GoldenFiles {
  private static final int MOST_LINES = 24;

  private final Goldens goldens;
  private final Optional<Update> update;
  private int written;

  /** Writes a file, whole or not at all. */
  @FunctionalInterface
  public interface Update {
    /**
     * Writes it.
     *
     * @throws UnusableFileException if that cannot be
     */
    void write(Path file, String text);
  }

  /**
   * The files beside cases.
   *
   * @param update what rewrites files that are not right, if they are to be
   */
  public GoldenFiles(Goldens goldens, Optional<Update> update) {
    this.goldens = goldens;
    this.update = update;
  }

  /** How many files were rewritten. */
  public int written() {
    return written;
  }

  /** What is wrong with the files beside a case; one that is not there is not asked for. */
  public List<Problem> check(Case one) {
    List<Problem> problems = new ArrayList<>();
    try {
      for (Map.Entry<String, String> file : goldens.expected(one, endings(one)).entrySet()) {
        compare(one.beside(file.getKey()), one.nameBeside(file.getKey()), file.getValue())
            .ifPresent(problems::add);
      }
      if (Files.exists(one.beside(Goldens.FIXED))) {
        problems.addAll(remains(one, goldens.fixed(one)));
      }
    } catch (UnusableFileException | UnreadableModelException e) {
      problems.clear(); // The case itself has been refused for the same reason.
    }
    return problems;
  }

  private static List<String> endings(Case one) {
    List<String> endings = new ArrayList<>(Goldens.REPORTS);
    endings.add(Goldens.FIXED);
    endings.removeIf(ending -> !Files.exists(one.beside(ending)));
    return endings;
  }

  private static List<Problem> remains(Case one, Fixed fixed) {
    long left = Goldens.left(one, fixed);
    String what = one.code().isEmpty() ? "" : " " + one.code();
    return left == 0
        ? List.of()
        : List.of(Problem.of("the fixes leave " + left + what + " of what they should remove"));
  }

  /** What is wrong with a file, unless it has been rewritten. */
  Optional<Problem> compare(Path file, String name, String expected) {
    String actual = read(file);
    if (actual.equals(expected)) {
      return Optional.empty();
    }
    if (update.isPresent()) {
      update.get().write(file, expected);
      written++;
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>(UnifiedDiff.of(name, actual, expected).lines().toList());
    if (lines.size() > MOST_LINES) {
      int more = lines.size() - MOST_LINES;
      lines.subList(MOST_LINES, lines.size()).clear();
      lines.add("… " + more + " more lines");
    }
    return Optional.of(new Problem(name + " is not what comes out; --update", lines));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UnusableFileException(file + " cannot be read: " + e.getMessage());
    }
  }
}
