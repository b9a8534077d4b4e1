package io.schedulec.corpus;

import io.schedulec.analysis.Schedules;
import io.schedulec.analysis.Sources;
import io.schedulec.analysis.UnusableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of cases.
 *
 * <p>It has the folders {@code ok}, {@code err} and {@code projects}, or at least one of them.
 * Without any, every schedule below it is a case, and so is every YAML file with a claim. A part of
 * a suite can be had too: a folder in it, or one file.
 */
public final class Suite {
  private static final String OK = "ok";
  private static final String ERR = "err";
  private static final String PROJECTS = "projects";
  private static final List<String> PARTS = List.of(OK, ERR, PROJECTS);

  private final Path root;
  private final Path part;

  private Suite(Path root, Path part) {
    this.root = root;
    this.part = part;
  }

  /**
   * The cases below a path.
   *
   * @throws UnusableFileException if there is nothing
   */
  public static Suite at(Path asked) {
    Path part = asked.toAbsolutePath().normalize();
    if (!Files.exists(part)) {
      throw new UnusableFileException(asked + " does not exist");
    }
    return new Suite(root(part), part);
  }

  /** The folder that has the parts: the path itself, or the one above a part that it is in. */
  private static Path root(Path asked) {
    if (hasParts(asked)) {
      return asked;
    }
    for (Path folder = asked; folder != null; folder = folder.getParent()) {
      Path name = folder.getFileName();
      Path parent = folder.getParent();
      if (name != null && parent != null && PARTS.contains(name.toString())) {
        return parent;
      }
    }
    Path parent = asked.getParent();
    return Files.isDirectory(asked) || parent == null ? asked : parent;
  }

  private static boolean hasParts(Path folder) {
    for (String name : PARTS) {
      if (Files.isDirectory(folder.resolve(name))) {
        return true;
      }
    }
    return false;
  }

  /** Its schedules, sorted by name. */
  public List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Path file : yaml()) {
      Path inside = root.relativize(file);
      Case found = new Case(file, name(file), kind(inside), code(inside));
      if (counts(found)) {
        cases.add(found);
      }
    }
    return cases;
  }

  /** The folders below {@code projects}, sorted by name. */
  public List<Path> projects() {
    List<Path> projects = new ArrayList<>();
    Path folder = root.resolve(PROJECTS);
    if (Files.isDirectory(folder)) {
      for (Path project : list(folder)) {
        if (Files.isDirectory(project) && (project.startsWith(part) || part.startsWith(project))) {
          projects.add(project);
        }
      }
    }
    return projects;
  }

  /**
   * What a file of the suite is called, whatever directory the suite is run from. A suite's own
   * folder is a part of the name, a folder that merely has schedules is not.
   */
  public String name(Path file) {
    Path folder = root.getFileName();
    Path inside = root.relativize(file);
    Path name = folder == null || !hasParts(root) ? inside : folder.resolve(inside);
    return name.toString().replace('\\', '/');
  }

  private boolean counts(Case found) {
    if (found.kind() != Case.Kind.PLAIN) {
      return true;
    }
    if (hasParts(root)) {
      return false;
    }
    byte[] bytes = Sources.bytes(found.name(), found.file());
    return found.file().equals(part)
        || Schedules.isSchedule(found.file(), bytes)
        || !Claim.in(Sources.decode(found.name(), bytes).text()).isEmpty();
  }

  private static Case.Kind kind(Path inside) {
    return switch (inside.getName(0).toString()) {
      case OK -> Case.Kind.OK;
      case ERR -> Case.Kind.ERR;
      default -> Case.Kind.PLAIN;
    };
  }

  /** Cases of {@code err} lie in a folder for each code, as a rule. */
  private static String code(Path inside) {
    String folder = inside.getNameCount() > 2 ? inside.getName(1).toString() : "";
    return kind(inside) == Case.Kind.ERR && folder.matches("SC\\d{3}") ? folder : "";
  }

  private List<Path> yaml() {
    try (Stream<Path> files = Files.walk(part)) {
      return files.filter(this::isCase).sorted().toList();
    } catch (IOException e) {
      throw new UnusableFileException(part + " cannot be read: " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw new UnusableFileException(part + " cannot be read: " + e.getMessage());
    }
  }

  private boolean isCase(Path file) {
    String name = file.getFileName().toString();
    boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
    boolean other = name.equals("schedulec.yaml") || name.endsWith(Goldens.FIXED);
    return yaml && !other && !hidden(root.relativize(file)) && Files.isRegularFile(file);
  }

  private static boolean hidden(Path inside) {
    for (Path name : inside) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UnusableFileException(folder + " cannot be read: " + e.getMessage());
    }
  }
}
