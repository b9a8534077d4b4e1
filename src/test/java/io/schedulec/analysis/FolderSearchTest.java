package io.schedulec.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is searched for schedules, with git itself as the judge. */
final class FolderSearchTest {
  private static final String[] NAMES = {
    "a", "b", "ab", "a b", "c.yaml", "b.yaml", "[a]", "a*", "!a"
  };
  private static final String[] PARTS = {
    "a", "b", "ab", "*", "**", "?", "*.yaml", "[ab]", "[!a]", "a*", "\\*", "[a-c]*", "\\!a", "a b",
    "***", "a**b", "c.yaml", "\\[a]", "[]a]", "[^b]"
  };

  @TempDir private Path folder = Path.of("");

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> found(Path from) throws IOException {
    List<String> names = new ArrayList<>();
    for (Path file : FolderSearch.below(from)) {
      names.add(folder.relativize(file).toString());
    }
    return names;
  }

  @ParameterizedTest
  @CsvSource({
    "*.yaml, a.yaml, true",
    "*.yaml, b/a.yaml, true",
    "/*.yaml, b/a.yaml, false",
    "b/*.yaml, b/a.yaml, true",
    "b/*.yaml, c/b/a.yaml, false",
    "**/b/*.yaml, c/b/a.yaml, true",
    "b/**, b/c/a.yaml, true",
    "b/**/a.yaml, b/a.yaml, true",
    "b/**/a.yaml, b/x/y/a.yaml, true",
    "b*/a.yaml, b/x/a.yaml, false",
    "a.yaml/, a.yaml, false",
    "[ab].yaml, a.yaml, true",
    "[!ab].yaml, a.yaml, false",
    "'a.yaml   ', a.yaml, true",
    "'#a.yaml', #a.yaml, false",
    "'\\#a.yaml', #a.yaml, true",
    "a[, a[, false",
  })
  void aPatternMeansWhatItMeansToGit(String pattern, String path, boolean ignored) {
    assertThat(IgnoreRules.of(pattern).of(path, false) == IgnoreRules.Verdict.IGNORED)
        .isEqualTo(ignored);
  }

  @Test
  void nearerRulesCountMoreAndWhatIsInAnIgnoredFolderStaysSo() throws IOException {
    Files.createDirectories(folder.resolve(".git/info"));
    write(".git/info/exclude", "private.yaml\n");
    write(".gitignore", "*.yaml\nbuild/\n!build/a.txt\n");
    write("sub/.gitignore", "!kept.yaml\n");
    for (String name : List.of("a.yaml", "sub/kept.yaml", "sub/a.yaml", "build/a.txt", "x/a.txt")) {
      write(name, "");
    }
    write("x/private.yaml", "");
    write(".hidden/a.txt", "");
    write("x/.git", "gitdir: elsewhere\n");
    write("x/free.yaml", "");

    assertThat(found(folder))
        .containsExactly(
            ".gitignore",
            "sub/.gitignore",
            "sub/kept.yaml",
            "x/.git",
            "x/a.txt",
            "x/free.yaml",
            "x/private.yaml");
    assertThat(found(folder.resolve("sub"))).containsExactly("sub/.gitignore", "sub/kept.yaml");
    assertThat(found(folder.resolve("build"))).containsExactly("build/a.txt");
  }

  @Test
  void linksInACircleAreHarmless() throws IOException {
    write("a/b.yaml", "");
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);
    Files.createSymbolicLink(folder.resolve("a/self"), folder.resolve("a/self"));
    Files.createSymbolicLink(folder.resolve("a/c.yaml"), folder.resolve("a/b.yaml"));
    assertThat(found(folder)).contains("a/b.yaml", "a/c.yaml").hasSize(4);
    assertThat(Schedules.below(folder)).isEmpty();
  }

  @Test
  void gitIgnoresTheSame() throws IOException, InterruptedException {
    Random random = new Random(7);
    git("init", "-q");
    for (int round = 0; round < 60; round++) {
      Path repository = folder.resolve("r" + round);
      Files.createDirectories(repository);
      write("r" + round + "/.gitignore", patterns(random));
      write("r" + round + "/a/.gitignore", patterns(random));
      for (int i = 0; i < 14; i++) {
        Path file = repository.resolve(path(random));
        if (!Files.isRegularFile(file.getParent()) && !Files.exists(file)) {
          tryToWrite(file);
        }
      }
    }
    write(".gitignore", "b.yaml\n!r1/**/b.yaml\n");
    assertThat(found(folder))
        .containsExactlyInAnyOrderElementsOf(git("ls-files", "-o", "-z", "--exclude-standard"));
  }

  private static void tryToWrite(Path file) throws IOException {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    } catch (java.nio.file.FileSystemException e) {
      // A file stands where a folder would; another name will do.
      assertThat(file.getParent()).isNotNull();
    }
  }

  private static String path(Random random) {
    StringBuilder path = new StringBuilder(NAMES[random.nextInt(NAMES.length)]);
    for (int i = random.nextInt(4); i > 0; i--) {
      path.append('/').append(NAMES[random.nextInt(NAMES.length)]);
    }
    return path.toString();
  }

  private static String patterns(Random random) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      out.append(random.nextInt(4) == 0 ? "!" : "").append(random.nextInt(5) == 0 ? "/" : "");
      out.append(PARTS[random.nextInt(PARTS.length)]);
      for (int j = random.nextInt(3); j > 0; j--) {
        out.append('/').append(PARTS[random.nextInt(PARTS.length)]);
      }
      out.append(random.nextInt(5) == 0 ? "/" : "").append(random.nextInt(5) == 0 ? "  \n" : "\n");
    }
    return out.toString();
  }

  private List<String> git(String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("git", "-c", "core.excludesFile="));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().put("HOME", folder.toString());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      assumeTrue(false, "skipped: git is not here");
      throw e;
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    List<String> names = new ArrayList<>(new TreeSet<>(Arrays.asList(out.split("\0", -1))));
    names.remove("");
    return names;
  }
}
