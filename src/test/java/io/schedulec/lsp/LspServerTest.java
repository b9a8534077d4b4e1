package io.schedulec.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as a client sees it. */
final class LspServerTest {
  private static final Path MODELS = Path.of("test-schedules", "models").toAbsolutePath();
  private static final Path MOCKUPS = Path.of("test-schedules", "mockups");

  @TempDir Path folder = Path.of("");

  /** A schedule of the mockups in a folder of its own, with a configuration beside it. */
  private String uri(String name) throws IOException {
    Files.writeString(
        folder.resolve("schedulec.yaml"),
        "models:\n  \"*.yaml\": " + MODELS.resolve("resnet20_cifar.onnx") + "\n");
    return folder.resolve(name + ".yaml").toUri().toString();
  }

  private static String mockup(String name) throws IOException {
    return Files.readString(MOCKUPS.resolve(name + ".yaml"));
  }

  private static List<String> codes(PublishDiagnosticsParams findings) {
    return findings.getDiagnostics().stream().map(d -> d.getCode().getLeft()).toList();
  }

  private static TextDocumentIdentifier id(String uri) {
    return new TextDocumentIdentifier(uri);
  }

  @Test
  void aBrokenScheduleIsRepairedByTheOfferedAction() throws IOException {
    String uri = uri("a");
    String text = mockup("a");
    try (Editor editor = Editor.started()) {
      editor.open(uri, 7, text);
      PublishDiagnosticsParams first = editor.nextFindings();
      assertThat(first.getUri()).isEqualTo(uri);
      assertThat(first.getVersion()).isEqualTo(7);
      assertThat(codes(first)).containsExactly("SC201");
      Diagnostic finding = first.getDiagnostics().get(0);
      assertThat(finding.getSeverity()).isEqualTo(DiagnosticSeverity.Error);
      assertThat(finding.getSource()).isEqualTo("schedulec");
      assertThat(finding.getRange()).isEqualTo(range(9, 14, 9, 42));
      assertThat(finding.getMessage().getLeft())
          .startsWith("`stage3_chain` prunes 2 of 4 layers whose filters must go together\nAn add");
      assertThat(finding.getRelatedInformation())
          .extracting(DiagnosticRelatedInformation::getMessage)
          .contains("every layer listed below gets the leader's filter mask");

      List<CodeAction> actions = editor.actions(uri, finding.getRange());
      assertThat(actions).hasSize(1);
      assertThat(actions.get(0).getDiagnostics()).containsExactly(finding);
      String fixed = Editor.apply(text, edits(actions.get(0), uri));
      editor.replace(uri, 8, fixed);
      PublishDiagnosticsParams second = editor.nextFindings();
      assertThat(second.getVersion()).isEqualTo(8);
      assertThat(second.getDiagnostics()).isEmpty();
    }
  }

  private static List<TextEdit> edits(CodeAction action, String uri) {
    return action.getEdit().getChanges().getOrDefault(uri, List.of());
  }

  @Test
  void anEditorIsToldWhatIsKnown() throws IOException {
    String uri = uri("d");
    String text = mockup("d");
    try (Editor editor = Editor.started()) {
      editor.open(uri, 1, text);
      var texts = editor.server().getTextDocumentService();

      Position weight = Editor.at(text, "layer3.0.conv2");
      Hover hover = Editor.await(texts.hover(new HoverParams(id(uri), weight)));
      assertThat(hover.getContents().getRight().getValue()).contains("chain of 4, with");
      assertThat(hover.getContents().getRight().getValue()).doesNotContain("**", "`");

      Position reference = Editor.at(text, "fine_pruner\n    starting");
      var places = Editor.await(texts.definition(new DefinitionParams(id(uri), reference)));
      assertThat(places.getLeft()).hasSize(1);
      assertThat(places.getLeft().get(0).getRange().getStart())
          .isEqualTo(Editor.at(text, "fine_pruner"));

      var symbols = Editor.await(texts.documentSymbol(new DocumentSymbolParams(id(uri))));
      assertThat(symbols)
          .extracting(each -> each.getRight().getName())
          .containsExactly("version", "pruners", "policies");
      assertThat(symbols.get(2).getRight().getChildren())
          .extracting(DocumentSymbol::getDetail)
          .contains("epochs 0..28 step 2");
    }
  }

  @Test
  void completionWhileAWordIsTyped() throws IOException {
    String uri = uri("a");
    String text = mockup("a");
    try (Editor editor = Editor.started()) {
      editor.open(uri, 1, text);
      Position behind = Editor.at(text, "module.layer3.1.conv2.weight]");
      Range rest = new Range(behind, Editor.at(text, "]\n\nextensions"));
      editor.change(uri, 2, List.of(new TextDocumentContentChangeEvent(rest, "layer3.2")));
      Position caret = new Position(behind.getLine(), behind.getCharacter() + 8);

      var list =
          Editor.await(
              editor
                  .server()
                  .getTextDocumentService()
                  .completion(new CompletionParams(id(uri), caret)));
      List<CompletionItem> items = list.getRight().getItems();
      assertThat(items)
          .extracting(CompletionItem::getLabel)
          .containsExactly("module.layer3.2.conv1.weight", "module.layer3.2.conv2.weight");
      assertThat(items.get(1).getDetail()).isEqualTo("[64, 64, 3, 3] chain of 4");
      assertThat(items.get(0).getTextEdit().getLeft().getRange())
          .isEqualTo(new Range(behind, caret));
    }
  }

  @Test
  void ofManyStatesTheLastOneIsPublished() throws IOException {
    String uri = uri("a");
    try (Editor editor = Editor.started()) {
      editor.open(uri, 1, mockup("a"));
      for (int version = 2; version <= 40; version++) {
        editor.replace(uri, version, "x: " + version + "\n" + mockup("a"));
      }
      int last = 0;
      while (last < 40) {
        PublishDiagnosticsParams next = editor.nextFindings();
        assertThat(next.getVersion()).isGreaterThan(last);
        last = next.getVersion();
      }
      assertThat(editor.quiet()).isTrue();
    }
  }

  @Test
  void aBrokenTextKeepsWhatWasKnownOfIt() throws IOException {
    String uri = uri("a");
    String broken = "oops: [\n" + mockup("a");
    try (Editor editor = Editor.started()) {
      editor.open(uri, 1, mockup("a"));
      assertThat(editor.nextFindings().getVersion()).isEqualTo(1);
      editor.replace(uri, 2, broken);
      assertThat(codes(editor.nextFindings())).containsExactly("SC001");
      Position weight = Editor.at(broken, "layer3.0.conv2");
      var texts = editor.server().getTextDocumentService();

      assertThat(Editor.await(texts.hover(new HoverParams(id(uri), weight)))).isNotNull();
      assertThat(Editor.await(texts.documentSymbol(new DocumentSymbolParams(id(uri))))).hasSize(4);
    }
  }

  @Test
  void aClosedTextHasNoFindingsAndNoAnswers() throws IOException {
    String uri = uri("a");
    try (Editor editor = Editor.started()) {
      editor.open(uri, 1, mockup("a"));
      assertThat(editor.nextFindings().getDiagnostics()).isNotEmpty();
      editor.shut(uri);
      assertThat(editor.nextFindings().getDiagnostics()).isEmpty();
      assertThat(editor.actions(uri, range(0, 0, 99, 0))).isEmpty();
    }
  }

  @Test
  void aChangedModelIsReadAgain() throws IOException {
    Path model = folder.resolve("model.onnx");
    String uri = folder.resolve("a.yaml").toUri().toString();
    Files.copy(MODELS.resolve("simplenet_cifar.onnx"), model);
    try (Editor editor = Editor.started()) {
      editor.open(uri, 1, "# schedulec: model=model.onnx\n" + mockup("a"));
      assertThat(codes(editor.nextFindings())).contains("SC101");
      Files.delete(model);
      Files.copy(MODELS.resolve("resnet20_cifar.onnx"), model);
      editor
          .server()
          .getWorkspaceService()
          .didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of()));
      assertThat(codes(editor.nextFindings())).containsExactly("SC201");
      Files.delete(model);
      editor.replace(uri, 2, "# schedulec: model=model.onnx\n" + mockup("a"));
      PublishDiagnosticsParams gone = editor.nextFindings();
      assertThat(codes(gone)).containsExactly("SC006");
      assertThat(gone.getDiagnostics().get(0).getSeverity()).isEqualTo(DiagnosticSeverity.Error);
      assertThat(gone.getDiagnostics().get(0).getRange()).isEqualTo(range(0, 19, 0, 29));
    }
  }

  @Test
  void aConfigurationIsNoSchedule() throws IOException {
    uri("a");
    String uri = folder.resolve("schedulec.yaml").toUri().toString();
    try (Editor editor = Editor.started()) {
      editor.open(uri, 1, "models: {}\n");
      editor.open(uri("b"), 5, mockup("b"));
      assertThat(editor.nextFindings().getVersion()).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "untitled:Untitled-1",
        "untitled:späces and more",
        "file:///no/such folder/ünïcode %41.yaml",
        "",
        "vscode-notebook-cell:/a#b",
        "file:///%zz"
      })
  void anyNameWillDo(String uri) throws IOException {
    try (Editor editor = Editor.started()) {
      editor.open(uri, 1, mockup("a"));
      PublishDiagnosticsParams findings = editor.nextFindings();
      assertThat(findings.getUri()).isEqualTo(uri);
      assertThat(codes(findings)).containsExactly("SC006");
      editor.replace(uri, 2, "pruners: 1\n");
      assertThat(codes(editor.nextFindings())).contains("SC406");
    }
  }

  @Test
  void nonsenseIsSurvived() throws IOException {
    String uri = uri("a");
    try (Editor editor = Editor.started()) {
      editor.replace("file:///unknown.yaml", 1, "x");
      editor.shut("file:///unknown.yaml");
      editor.open(uri, 1, mockup("a"));
      assertThat(codes(editor.nextFindings())).containsExactly("SC201");
      var texts = editor.server().getTextDocumentService();
      for (Position position :
          List.of(
              new Position(-1, -1),
              new Position(9999, 0),
              new Position(0, 9999),
              new Position(Integer.MAX_VALUE, Integer.MAX_VALUE),
              new Position(Integer.MIN_VALUE, 3))) {
        Editor.await(texts.hover(new HoverParams(id(uri), position)));
        Editor.await(texts.completion(new CompletionParams(id(uri), position)));
        Editor.await(texts.definition(new DefinitionParams(id(uri), position)));
        editor.actions(uri, new Range(position, new Position(0, 0)));
      }
      for (String message :
          List.of(
              "{",
              "[]",
              "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\"}",
              "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{}}",
              "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":[1]}",
              "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"textDocument/hover\",\"params\":{}}",
              "{\"jsonrpc\":\"2.0\",\"method\":\"no/such/thing\",\"params\":{}}",
              "{\"jsonrpc\":\"2.0\",\"id\":\"y\",\"method\":\"no/such/thing\"}")) {
        send(editor, message);
      }
      editor.replace(uri, 2, mockup("b"));
      assertThat(codes(editor.nextFindings())).containsExactly("SC202");
      assertThat(editor.messages()).as("bugs that were met").isEmpty();
    }
  }

  private static void send(Editor editor, String message) throws IOException {
    byte[] body = message.getBytes(StandardCharsets.UTF_8);
    String header = "Content-Length: " + body.length + "\r\n\r\n";
    synchronized (editor.raw()) {
      editor.raw().write((header + message).getBytes(StandardCharsets.UTF_8));
      editor.raw().flush();
    }
  }

  @Test
  void editsNameTheirVersionAndColumnsTheirUnitWhereTheClientWantsIt() throws IOException {
    String uri = uri("a");
    String text = mockup("a").replace("weights: [module", "weights: [\"😀\", module");
    try (Editor editor = new Editor()) {
      ClientCapabilities client = new ClientCapabilities();
      client.setGeneral(new GeneralClientCapabilities());
      client.getGeneral().setPositionEncodings(List.of("utf-8", "utf-16"));
      client.setWorkspace(new WorkspaceClientCapabilities());
      client.getWorkspace().setWorkspaceEdit(new WorkspaceEditCapabilities());
      client.getWorkspace().getWorkspaceEdit().setDocumentChanges(true);
      var watching = new DidChangeWatchedFilesCapabilities(true);
      client.getWorkspace().setDidChangeWatchedFiles(watching);
      assertThat(editor.initialize(client).getCapabilities().getPositionEncoding())
          .isEqualTo("utf-8");

      editor.open(uri, 3, text);
      Diagnostic chain =
          editor.nextFindings().getDiagnostics().stream()
              .filter(d -> d.getCode().getLeft().equals("SC201"))
              .findFirst()
              .orElseThrow();
      assertThat(chain.getRange().getStart()).isEqualTo(new Position(9, 14 + 8));
      CodeAction action = editor.actions(uri, chain.getRange()).get(0);
      assertThat(action.getEdit().getDocumentChanges().get(0).getLeft().getTextDocument())
          .extracting(document -> document.getUri() + " " + document.getVersion())
          .isEqualTo(uri + " 3");
      assertThat(editor.registrations()).hasSize(1);
    }
  }

  @Test
  void itEndsWhenTheClientSaysGoodbye() {
    Editor polite = Editor.started();
    Editor.await(polite.server().shutdown());
    CompletableFuture<Hover> late =
        polite
            .server()
            .getTextDocumentService()
            .hover(new HoverParams(id("a"), new Position(0, 0)));
    assertThat(late).failsWithin(java.time.Duration.ofSeconds(60));
    polite.server().exit();
    assertThat(polite.exitCode()).isZero();

    Editor rude = Editor.started();
    rude.server().exit();
    assertThat(rude.exitCode()).isEqualTo(1);
  }

  @Test
  void itEndsWhenTheClientFallsSilent() throws IOException {
    Editor editor = Editor.started();
    editor.raw().close();
    assertThat(editor.exitCode()).isEqualTo(1);
  }

  @Test
  void questionsBeforeTheHelloAreRefused() {
    try (Editor editor = new Editor()) {
      var early =
          editor
              .server()
              .getTextDocumentService()
              .hover(new HoverParams(id("a"), new Position(0, 0)));
      assertThat(early).failsWithin(java.time.Duration.ofSeconds(60));
    }
  }

  private static Range range(int startLine, int start, int endLine, int end) {
    return new Range(new Position(startLine, start), new Position(endLine, end));
  }

  static List<Path> schedules() throws IOException {
    List<Path> all = new ArrayList<>();
    try (var files = Files.walk(Path.of("test-schedules"))) {
      files
          .filter(f -> f.toString().endsWith(".yaml") && !f.endsWith("schedulec.yaml"))
          .sorted()
          .forEach(all::add);
    }
    return all;
  }
}
