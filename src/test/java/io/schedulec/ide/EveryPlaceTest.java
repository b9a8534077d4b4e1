package io.schedulec.ide;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.analysis.OpenText;
import io.schedulec.analysis.Snapshot;
import io.schedulec.analysis.Workspace;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the text and wherever the caret, there is an answer, and it is about the text. */
final class EveryPlaceTest {

  static List<Path> schedules() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("test-schedules"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static Snapshot opened(Path file, String text) {
    Workspace workspace = new Workspace();
    workspace.put("it", new OpenText(SourceFile.of(file.toString(), text), file, 1));
    return workspace.snapshot("it").orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void ofEveryBundledSchedule(Path file) throws IOException {
    Snapshot snapshot = opened(file, Files.readString(file));
    for (int offset = 0; offset <= snapshot.source().text().length(); offset++) {
      isAboutTheText(snapshot, offset);
    }
  }

  /** As when it is typed from the first to the last letter. */
  @Test
  void ofAScheduleThatIsBeingWritten() throws IOException {
    Path file = Path.of("test-schedules", "mockups", "a.yaml");
    String text = "# schedulec: model=../models/resnet20_cifar.onnx\n" + Files.readString(file);
    Workspace workspace = new Workspace();
    for (int end = 0; end <= text.length(); end++) {
      SourceFile source = SourceFile.of("a.yaml", text.substring(0, end));
      workspace.put("it", new OpenText(source, file, end));
      isAboutTheText(workspace.snapshot("it").orElseThrow(), end);
    }
  }

  private static void isAboutTheText(Snapshot snapshot, int offset) {
    Span text = new Span(0, snapshot.source().text().length());
    for (Suggestion suggestion : Completions.at(snapshot, offset)) {
      assertThat(suggestion.text()).isNotEmpty();
      assertThat(text.contains(suggestion.replaced())).isTrue();
      assertThat(suggestion.replaced().start()).isLessThanOrEqualTo(offset);
      assertThat(snapshot.source().text(suggestion.replaced())).doesNotContain("\n");
    }
    Hovers.at(snapshot, offset).ifPresent(h -> assertThat(text.contains(h.span())).isTrue());
    Definitions.at(snapshot, offset).ifPresent(d -> assertThat(text.contains(d)).isTrue());
    assertThat(Definitions.references(snapshot, offset)).allMatch(text::contains);
    QuickFixes.in(snapshot, Span.at(offset, 0));
    if (offset % 10 == 0) {
      Symbols.of(snapshot).forEach(s -> nested(s, text));
    }
  }

  private static void nested(Symbol symbol, Span outer) {
    assertThat(outer.contains(symbol.span())).as(symbol.name()).isTrue();
    assertThat(symbol.span().contains(symbol.selection())).as(symbol.name()).isTrue();
    symbol.children().forEach(child -> nested(child, symbol.span()));
  }
}
