package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Checked;
import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Label;
import io.schedulec.diagnostic.render.ConciseRenderer;
import io.schedulec.diagnostic.render.FileResult;
import io.schedulec.diagnostic.render.JsonRenderer;
import io.schedulec.diagnostic.render.RenderOptions;
import io.schedulec.diagnostic.render.TextRenderer;
import io.schedulec.source.Position;
import io.schedulec.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged schedules and models are answered in words, whatever the damage. */
final class FuzzTest {
  private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 4);
  private static final int MODELS = Integer.getInteger("fuzz.models", 60);
  private static final List<String> TOKENS =
      List.of(
          ":",
          "- ",
          "[",
          "]",
          "{",
          "}",
          "*a",
          "&a ",
          "<<: ",
          "\t",
          "\"",
          "'",
          "#",
          "|\n",
          ">\n",
          "---\n",
          "...\n",
          "!!str ",
          "%",
          "\u0000",
          "\uFEFF",
          "\uD83D\uDE00",
          "\r",
          "\n\n",
          "  ",
          "1e-4",
          "-1",
          "0",
          "99999999999",
          ".nan",
          "null",
          "yes",
          "Leader",
          "epochs: [0]",
          ", ",
          "weights",
          "*",
          "module.",
          "\u2028",
          "\u0085",
          "\u00e4",
          "?",
          "@",
          "`");

  @Test
  void damagedSchedules() throws IOException {
    List<String> seeds = seeds();
    for (int i = 0; i < seeds.size() * ROUNDS; i++) {
      Random random = new Random(i);
      String text = damaged(seeds.get(i % seeds.size()), seeds, random);
      try {
        assertSane(text, random);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("round " + i + ":\n" + text, e);
      }
    }
  }

  @Test
  void damagedModels(@TempDir Path folder) throws IOException {
    Path schedule = Path.of("test-schedules", "mockups", "a.yaml").toAbsolutePath();
    List<Path> models = files(Path.of("test-schedules", "models"), ".onnx");
    for (int i = 0; i < MODELS; i++) {
      byte[] bytes = Files.readAllBytes(models.get(i % models.size()));
      Path model = Files.write(folder.resolve("m.onnx"), damaged(bytes, new Random(i)));
      for (List<String> line : lines(model.toString(), schedule.toString())) {
        Session session = new Session(Main.commands().toArray(new Command[0]));
        int code = session.run(line.toArray(new String[0]));
        assertThat(code).as("round %d, %s: %s", i, line, session.err()).isLessThan(ExitCode.BUG);
        if (code == ExitCode.REFUSED) {
          assertThat(session.out()).isEmpty();
          String[] said =
              session.err().lines().filter(l -> !l.startsWith("note")).toArray(String[]::new);
          assertThat(said).as("round %d", i).hasSize(1);
        }
      }
    }
  }

  private static List<List<String>> lines(String model, String schedule) {
    return List.of(
        List.of("check", "--model", model, schedule),
        List.of("inspect", model),
        List.of("inspect", model, "--groups", "--format", "json"));
  }

  private static void assertSane(String text, Random random) {
    Optional<Path> model = Optional.of(Checked.bundled("resnet20_cifar"));
    Target target = random.nextBoolean() ? Target.PLAN : Target.DISTILLER;
    Analysis analysis = Checked.analysis("a.yaml", text, model, target);
    for (Diagnostic finding : analysis.diagnostics()) {
      assertInside(finding, text.length());
    }
    for (int width = 40; width <= 200; width += 1 + random.nextInt(60)) {
      render(analysis, width);
    }
    FileResult result = new FileResult(analysis.source(), null, analysis.diagnostics());
    String json = JsonRenderer.render(List.of(result));
    assertThat(JsonParser.parseString(json).getAsJsonObject().get("version").getAsInt()).isOne();
    if (text.indexOf('\r') < 0 && text.indexOf('\u2028') < 0) {
      Analysis other = Checked.analysis("a.yaml", text.replace("\n", "\r\n"), model, target);
      assertThat(places(other)).isEqualTo(places(analysis));
    }
  }

  private static void render(Analysis analysis, int width) {
    TextRenderer drawn = new TextRenderer(new RenderOptions(width, false, true));
    TextRenderer ascii = new TextRenderer(new RenderOptions(width, true, false));
    ConciseRenderer concise = new ConciseRenderer(true);
    for (Diagnostic finding : analysis.diagnostics()) {
      drawn.render(analysis.source(), finding);
      String plain = ascii.render(analysis.source(), finding);
      assertThat(plain.chars().allMatch(c -> c == '\n' || (c >= 32 && c < 127))).as(plain).isTrue();
      String line = concise.render(analysis.source(), finding);
      assertThat(line.lines().count()).as(line).isEqualTo(1);
    }
  }

  private static void assertInside(Diagnostic finding, int length) {
    List<Span> spans = new ArrayList<>();
    spans.add(finding.primary().span());
    finding.labels().stream().map(Label::span).forEach(spans::add);
    finding.helps().forEach(h -> h.edits().stream().map(Edit::span).forEach(spans::add));
    assertThat(spans).allMatch(s -> s.start() >= 0 && s.start() <= s.end() && s.end() <= length);
    assertThat(finding.message()).hasSizeLessThan(200);
  }

  private static List<String> places(Analysis analysis) {
    List<String> places = new ArrayList<>();
    for (Diagnostic finding : analysis.diagnostics()) {
      Position start = analysis.source().position(finding.primary().span().start());
      places.add(finding.kind().code() + " " + start.line() + ":" + start.column());
    }
    return places;
  }

  private static String damaged(String text, List<String> seeds, Random random) {
    StringBuilder out = new StringBuilder(text);
    for (int n = 1 + random.nextInt(3); n > 0 && out.length() > 1; n--) {
      damage(out, seeds, random);
    }
    return out.toString();
  }

  private static void damage(StringBuilder out, List<String> seeds, Random random) {
    int at = random.nextInt(out.length());
    int end = Math.min(out.length(), at + 1 + random.nextInt(12));
    int lineEnd = Math.max(at, out.indexOf("\n", at));
    switch (random.nextInt(7)) {
      case 0 -> out.delete(at, end);
      case 1 -> out.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
      case 2 -> out.replace(at, end, TOKENS.get(random.nextInt(TOKENS.size())));
      case 3 -> out.delete(at, lineEnd);
      case 4 -> out.insert(lineEnd, out.substring(at, lineEnd));
      case 5 -> out.setLength(at);
      default -> {
        List<String> lines = seeds.get(random.nextInt(seeds.size())).lines().toList();
        out.insert(
            lineEnd, "\n" + (lines.isEmpty() ? "" : lines.get(random.nextInt(lines.size()))));
      }
    }
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    int kind = random.nextInt(3);
    if (kind == 0) {
      return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
    for (int n = 0; n < 4; n++) {
      int near = kind == 1 ? random.nextInt(bytes.length) : random.nextInt(4000);
      bytes[Math.min(near, bytes.length - 1)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static List<String> seeds() throws IOException {
    List<String> seeds = new ArrayList<>();
    List<Path> files = new ArrayList<>(files(Path.of("test-schedules"), ".yaml"));
    files.addAll(io.schedulec.testing.Shared.files("schedules/distiller", ".yaml"));
    for (Path file : files) {
      seeds.add(Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }
    return seeds;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }
}
