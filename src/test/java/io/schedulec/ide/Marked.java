package io.schedulec.ide;

import io.schedulec.analysis.OpenText;
import io.schedulec.analysis.Snapshot;
import io.schedulec.analysis.Workspace;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.nio.file.Path;

/** A schedule in which {@code ¦} marks the caret. */
final class Marked {
  private static final String MODEL = "# schedulec: model=models/resnet20_cifar.onnx\n";
  private static final Path FILE = Path.of("test-schedules", "edited.yaml");

  private final Workspace workspace = new Workspace();
  private String text = "";
  private int offset;
  private int version;

  /** A schedule for ResNet-20. */
  static Marked resnet(String marked) {
    return plain(MODEL + marked);
  }

  /** A schedule as it stands. */
  static Marked plain(String marked) {
    return new Marked().becomes(marked);
  }

  /** The same schedule, edited. */
  Marked then(String marked) {
    return becomes(MODEL + marked);
  }

  private Marked becomes(String marked) {
    offset = Math.max(0, marked.indexOf('¦'));
    text = marked.replace("¦", "");
    version++;
    workspace.put("it", new OpenText(SourceFile.of("edited.yaml", text), FILE, version));
    snapshot();
    return this;
  }

  Snapshot snapshot() {
    return workspace.snapshot("it").orElseThrow();
  }

  int offset() {
    return offset;
  }

  String text() {
    return text;
  }

  String text(Span span) {
    return text.substring(span.start(), span.end());
  }

  /** The span of the first occurrence of a text. */
  Span span(String part) {
    return Span.at(text.indexOf(part), part.length());
  }
}
