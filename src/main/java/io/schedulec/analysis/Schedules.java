package io.schedulec.analysis;

import io.schedulec.catalog.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds schedules in folders. */
public final class Schedules {
  private Schedules() {}

  /** Whether a path is a folder. */
  public static boolean isFolder(Path path) {
    return Files.isDirectory(path);
  }

  /**
   * Every YAML file below a folder that has a section of the schedule language, sorted; git's rules
   * on what to ignore hold, and hidden folders are passed over.
   */
  public static List<Path> below(Path folder) {
    try {
      List<Path> found = new ArrayList<>();
      for (Path file : FolderSearch.below(folder)) {
        if (named(file) && hasSection(file)) {
          found.add(file);
        }
      }
      return found;
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /**
   * Whether a file is meant as a schedule, by the test that chooses among the YAML files of a
   * folder.
   *
   * @param file where it lies
   * @param bytes what it holds
   */
  public static boolean isSchedule(Path file, byte[] bytes) {
    return !isConfiguration(file) && hasSection(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  private static boolean named(Path file) {
    String name = file.getFileName().toString();
    boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
    return yaml && !isConfiguration(file) && Files.isRegularFile(file);
  }

  private static boolean isConfiguration(Path file) {
    return file.endsWith(Configuration.NAME);
  }

  private static boolean hasSection(Path file) {
    try {
      return hasSection(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Whether a section begins some line; broken YAML counts too, so that it is reported. */
  private static boolean hasSection(String text) {
    if (begins(text, "policies:")) {
      return true;
    }
    for (Section section : Section.values()) {
      if (begins(text, section.key() + ":")) {
        return true;
      }
    }
    return false;
  }

  /** Says which file it is, which in a folder of many need not be the one that was asked for. */
  private static UnusableFileException unreadable(Path asked, IOException e) {
    boolean other = e instanceof FileSystemException f && f.getFile() != null;
    String name = other ? ((FileSystemException) e).getFile() : asked.toString();
    return new UnusableFileException(name + " cannot be read: " + Sources.reason(e));
  }

  private static boolean begins(String text, String word) {
    boolean flow = text.stripLeading().startsWith("{");
    return text.startsWith(word)
        || text.contains("\n" + word)
        || text.contains("\r" + word)
        || (flow && text.contains(word));
  }
}
