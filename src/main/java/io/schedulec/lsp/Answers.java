package io.schedulec.lsp;

import io.schedulec.analysis.Snapshot;
import io.schedulec.diagnostic.Edit;
import io.schedulec.ide.HoverText;
import io.schedulec.ide.QuickFix;
import io.schedulec.ide.Suggestion;
import io.schedulec.ide.Symbol;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What an editor is shown of one text, as the protocol has it. */
final class Answers {
  private final String uri;
  private final Snapshot snapshot;
  private final ClientTraits client;
  private final Positions positions;

  Answers(String uri, Snapshot snapshot, ClientTraits client) {
    this.uri = uri;
    this.snapshot = snapshot;
    this.client = client;
    this.positions = new Positions(snapshot.source(), client.encoding());
  }

  Findings findings() {
    return new Findings(uri, positions, client.related());
  }

  Positions positions() {
    return positions;
  }

  Location location(Span span) {
    return new Location(uri, positions.range(span));
  }

  Hover hover(HoverText hover) {
    return new Hover(
        Markup.of(hover.markdown(), client.hoverMarkdown()), positions.range(hover.span()));
  }

  /** Asked for anew with every letter, since what fits is more than letters in order. */
  CompletionList completions(List<Suggestion> suggestions) {
    List<CompletionItem> items = new ArrayList<>();
    for (Suggestion suggestion : suggestions) {
      items.add(completion(suggestion, items.size()));
    }
    return new CompletionList(true, items);
  }

  private CompletionItem completion(Suggestion suggestion, int rank) {
    CompletionItem item = new CompletionItem(suggestion.label());
    item.setKind(kind(suggestion.kind()));
    if (!suggestion.detail().isEmpty()) {
      item.setDetail(suggestion.detail());
    }
    if (!suggestion.documentation().isEmpty()) {
      item.setDocumentation(Markup.of(suggestion.documentation(), client.completionMarkdown()));
    }
    item.setSortText(String.format(Locale.ROOT, "%06d", rank));
    Span replaced = suggestion.replaced();
    item.setFilterText(filter(suggestion));
    item.setTextEdit(Either.forLeft(new TextEdit(positions.range(replaced), suggestion.text())));
    return item;
  }

  /** Clients compare the text that goes with what they filter by, and ours fits already. */
  private String filter(Suggestion suggestion) {
    String typed = snapshot.source().text(suggestion.replaced());
    return typed.isEmpty() ? suggestion.label() : typed;
  }

  private static CompletionItemKind kind(Suggestion.Kind kind) {
    return switch (kind) {
      case SECTION -> CompletionItemKind.Module;
      case CLASS -> CompletionItemKind.Class;
      case KEY -> CompletionItemKind.Property;
      case INSTANCE -> CompletionItemKind.Variable;
      case WEIGHT -> CompletionItemKind.Field;
      case WORD -> CompletionItemKind.EnumMember;
    };
  }

  List<DocumentSymbol> symbols(List<Symbol> symbols) {
    return symbols.stream().map(this::symbol).toList();
  }

  private DocumentSymbol symbol(Symbol symbol) {
    DocumentSymbol result =
        new DocumentSymbol(
            symbol.name(),
            kind(symbol.kind()),
            positions.range(symbol.span()),
            positions.range(symbol.selection()));
    if (!symbol.detail().isEmpty()) {
      result.setDetail(symbol.detail());
    }
    result.setChildren(symbols(symbol.children()));
    return result;
  }

  private static SymbolKind kind(Symbol.Kind kind) {
    return switch (kind) {
      case SECTION -> SymbolKind.Namespace;
      case INSTANCE -> SymbolKind.Class;
      case WEIGHT -> SymbolKind.Field;
      case POLICY -> SymbolKind.Event;
    };
  }

  CodeAction action(QuickFix fix) {
    CodeAction action = new CodeAction(fix.title());
    action.setKind(CodeActionKind.QuickFix);
    action.setDiagnostics(List.of(findings().one(fix.diagnostic())));
    action.setIsPreferred(fix.preferred());
    action.setEdit(edit(fix.edits()));
    return action;
  }

  private WorkspaceEdit edit(List<Edit> edits) {
    List<TextEdit> texts = new ArrayList<>();
    for (Edit edit : edits) {
      texts.add(new TextEdit(positions.range(edit.span()), edit.newText()));
    }
    if (!client.versionedEdits()) {
      return new WorkspaceEdit(Map.of(uri, texts));
    }
    var text = new VersionedTextDocumentIdentifier(uri, snapshot.text().version());
    var change =
        new TextDocumentEdit(
            text, texts.stream().map(Either::<TextEdit, SnippetTextEdit>forLeft).toList());
    return new WorkspaceEdit(List.of(Either.forLeft(change)));
  }
}
