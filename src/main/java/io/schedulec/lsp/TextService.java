package io.schedulec.lsp;

import io.schedulec.ide.Completions;
import io.schedulec.ide.Definitions;
import io.schedulec.ide.Hovers;
import io.schedulec.ide.QuickFixes;
import io.schedulec.ide.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** Messages about one text. */
final class TextService implements TextDocumentService {
  private final Session session;

  TextService(Session session) {
    this.session = session;
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    TextDocumentItem text = params.getTextDocument();
    session.open(text.getUri(), text.getText(), text.getVersion());
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    VersionedTextDocumentIdentifier text = params.getTextDocument();
    session.change(
        text.getUri(),
        Optional.ofNullable(text.getVersion()),
        source ->
            TextChanges.apply(source, params.getContentChanges(), session.traits().encoding()));
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    session.close(params.getTextDocument().getUri());
  }

  /** What is saved may be the configuration of other texts. */
  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    session.filesChanged();
  }

  @Override
  public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
    return session
        .ask(
            params.getTextDocument().getUri(),
            Optional.<Hover>empty(),
            (snapshot, answers) -> {
              int offset = answers.positions().offset(params.getPosition());
              return Hovers.at(snapshot, offset).map(answers::hover);
            })
        .thenApply(hover -> hover.orElse(null));
  }

  @Override
  public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams params) {
    return session.ask(
        params.getTextDocument().getUri(),
        Either.forLeft(List.of()),
        (snapshot, answers) -> {
          int offset = answers.positions().offset(params.getPosition());
          return Either.forRight(answers.completions(Completions.at(snapshot, offset)));
        });
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams params) {
    return session.ask(
        params.getTextDocument().getUri(),
        Either.forLeft(List.of()),
        (snapshot, answers) -> {
          int offset = answers.positions().offset(params.getPosition());
          return Either.forLeft(
              Definitions.at(snapshot, offset).stream().map(answers::location).toList());
        });
  }

  @Override
  public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
    return session.ask(
        params.getTextDocument().getUri(),
        List.of(),
        (snapshot, answers) -> {
          int offset = answers.positions().offset(params.getPosition());
          List<Location> places = new ArrayList<>();
          if (params.getContext() != null && params.getContext().isIncludeDeclaration()) {
            Definitions.at(snapshot, offset).map(answers::location).ifPresent(places::add);
          }
          Definitions.references(snapshot, offset).stream()
              .map(answers::location)
              .forEach(places::add);
          return places;
        });
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    return session.ask(
        params.getTextDocument().getUri(),
        List.of(),
        (snapshot, answers) ->
            answers.symbols(Symbols.of(snapshot)).stream()
                .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                .toList());
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    if (!wanted(params)) {
      return CompletableFuture.completedFuture(List.of());
    }
    return session.ask(
        params.getTextDocument().getUri(),
        List.of(),
        (snapshot, answers) ->
            QuickFixes.in(snapshot, answers.positions().span(params.getRange())).stream()
                .map(answers::action)
                .map(Either::<Command, CodeAction>forRight)
                .toList());
  }

  /** Whether quick fixes are among the kinds that are asked for, if only some are. */
  private static boolean wanted(CodeActionParams params) {
    if (params.getContext() == null || params.getContext().getOnly() == null) {
      return true;
    }
    List<String> only = params.getContext().getOnly();
    return only.isEmpty() || only.contains(CodeActionKind.QuickFix) || only.contains("");
  }
}
