package io.schedulec.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes between texts, as the programs see them that apply them. */
final class UnifiedDiffTest {
  private static final int ROUNDS = 40;
  private static final List<String> PIECES =
      List.of("a\n", "b\n", "a\r\n", "\n", "-- x\n", "+\n", "\u00e9\t\n", "c\rd\n", "same\n");

  @TempDir private Path folder = Path.of("");

  @Test
  void nothing() {
    assertThat(UnifiedDiff.of("a", "x\n", "x\n")).isEmpty();
  }

  @Test
  void threeLinesOfContext() {
    assertThat(UnifiedDiff.of("d/a.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nx\n6\n7\n8\n"))
        .isEqualTo(
            """
            --- a/d/a.yaml
            +++ b/d/a.yaml
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +x
             6
             7
             8
            """);
  }

  @Test
  void aLastLineWithoutEnd() {
    assertThat(UnifiedDiff.of("a", "1", "1\n"))
        .isEqualTo("--- a/a\n+++ b/a\n@@ -1 +1 @@\n-1\n\\ No newline at end of file\n+1\n");
  }

  @Test
  void aTextOfNothing() {
    assertThat(UnifiedDiff.of("a", "", "1\n")).endsWith("@@ -0,0 +1 @@\n+1\n");
    assertThat(UnifiedDiff.of("a", "1\n", "")).endsWith("@@ -1 +0,0 @@\n-1\n");
  }

  @Test
  void changesFarApartHaveHunksOfTheirOwn() {
    String far = "x\n1\n2\n3\n4\n5\n6\n7\ny\n";
    String near = "x\n1\n2\n3\n4\n5\n6\ny\n";
    assertThat(UnifiedDiff.of("a", far, far.replace("x", "z").replace("y", "z")))
        .contains("@@ -1,4 +1,4 @@", "@@ -6,4 +6,4 @@");
    assertThat(UnifiedDiff.of("a", near, near.replace("x", "z").replace("y", "z")))
        .contains("@@ -1,8 +1,8 @@");
  }

  @Test
  void namesThatNeedQuotes() {
    assertThat(UnifiedDiff.of("a b", "", "1\n")).startsWith("--- a/a b\t\n+++ b/a b\t\n");
    assertThat(UnifiedDiff.of("a\"\n", "", "1\n")).startsWith("--- \"a/a\\\"\\012\"\n");
  }

  @Test
  void aTextThatIsReplacedAsAWhole() {
    String before = "a\n".repeat(3000) + "same\n" + "b\n".repeat(3000);
    String after = "c\n".repeat(3000) + "same\n" + "d\n".repeat(3000);
    assertThat(UnifiedDiff.of("a", before, after)).contains("@@ -1,6001 +1,6001 @@");
  }

  @ParameterizedTest
  @ValueSource(strings = {"patch -p1 --binary", "git apply"})
  void appliesWherePeopleApplyIt(String program) throws Exception {
    Assumptions.assumeTrue(present(program), () -> "skipped: there is no " + program);
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(round);
      String before = text(random, random.nextInt(30));
      String after = damaged(before, random);
      Path file = Files.writeString(folder.resolve("a b.yaml"), before);
      String diff = UnifiedDiff.of("a b.yaml", before, after);
      if (!diff.isEmpty() && !after.isEmpty() && !before.isEmpty()) {
        assertThat(run(program, diff)).as("round %d:\n%s", round, diff).isZero();
        assertThat(Files.readString(file)).as("round %d:\n%s", round, diff).isEqualTo(after);
      }
    }
  }

  private static String text(Random random, int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return random.nextBoolean() ? text.toString() : text + "no end";
  }

  private static String damaged(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    for (int n = random.nextInt(4); n >= 0; n--) {
      int at = random.nextInt(out.length() + 1);
      int end = Math.min(out.length(), at + random.nextInt(6));
      out.replace(at, end, random.nextBoolean() ? "" : text(random, 2));
    }
    return out.toString();
  }

  private static boolean present(String program) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(words(program).get(0), "--version").start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> words(String program) {
    return List.of(program.split(" ", -1));
  }

  private int run(String program, String input) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words(program)).directory(folder.toFile());
    builder.environment().put("GIT_CEILING_DIRECTORIES", folder.toAbsolutePath().toString());
    Process process = builder.redirectErrorStream(true).start();
    try (var out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    }
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }
}
