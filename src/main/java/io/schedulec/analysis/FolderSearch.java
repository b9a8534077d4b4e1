package io.schedulec.analysis;

import io.schedulec.analysis.IgnoreRules.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Lists the files below a folder as git sees them: without what a {@code .gitignore} or {@code
 * .git/info/exclude} leaves out. Hidden folders are not entered, and links to folders are not
 * followed.
 */
final class FolderSearch {
  private static final String RULES = ".gitignore";

  private final List<Path> files = new ArrayList<>();

  /** Where rules stand, outermost first. */
  private final Deque<Scope> scopes = new ArrayDeque<>();

  /** Rules and the folder they speak of. */
  private record Scope(Path folder, IgnoreRules rules) {}

  private FolderSearch() {}

  /** The files, sorted. */
  static List<Path> below(Path folder) throws IOException {
    FolderSearch search = new FolderSearch();
    search.outside(folder.toAbsolutePath().normalize());
    search.enter(folder);
    search.files.sort(null);
    return search.files;
  }

  /** Reads the rules of the folders above, up to that of the repository. */
  private void outside(Path folder) throws IOException {
    List<Path> above = new ArrayList<>();
    Path at = folder;
    while (at != null && !Files.exists(at.resolve(".git"))) {
      at = at.getParent();
      if (at != null) {
        above.add(0, at);
      }
    }
    if (at == null) {
      return;
    }
    Path exclude = at.resolve(".git").resolve("info").resolve("exclude");
    scopes.addLast(new Scope(at, rules(exclude)));
    for (Path each : above) {
      scopes.addLast(new Scope(each, rules(each.resolve(RULES))));
    }
  }

  /** A repository within another knows nothing of the rules outside. */
  private void enterFound(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(".git"))) {
      enter(folder);
      return;
    }
    List<Scope> outer = List.copyOf(scopes);
    scopes.clear();
    outside(folder.toAbsolutePath().normalize());
    enter(folder);
    scopes.clear();
    scopes.addAll(outer);
  }

  private void enter(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    scopes.addLast(new Scope(absolute, rules(folder.resolve(RULES))));
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        visit(entry, absolute.resolve(entry.getFileName()));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    scopes.removeLast();
  }

  private void visit(Path entry, Path absolute) throws IOException {
    boolean folder = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
    boolean hidden = folder && entry.getFileName().toString().startsWith(".");
    if (hidden || ignored(absolute, folder)) {
      return;
    }
    if (folder) {
      enterFound(entry);
    } else {
      files.add(entry);
    }
  }

  /** The rules that are nearest speak first. */
  private boolean ignored(Path absolute, boolean folder) {
    var nearestFirst = scopes.descendingIterator();
    while (nearestFirst.hasNext()) {
      Scope scope = nearestFirst.next();
      String path = scope.folder().relativize(absolute).toString().replace('\\', '/');
      Verdict verdict = scope.rules().of(path, folder);
      if (verdict != Verdict.UNSAID) {
        return verdict == Verdict.IGNORED;
      }
    }
    return false;
  }

  private static IgnoreRules rules(Path file) throws IOException {
    Optional<String> text =
        Files.isRegularFile(file)
            ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
            : Optional.empty();
    return text.isPresent() ? IgnoreRules.of(text.get()) : IgnoreRules.NONE;
  }
}
