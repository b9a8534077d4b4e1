package io.schedulec.lsp;

import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.services.WorkspaceService;

/** Messages about files beside the texts: models and configurations. */
final class FileService implements WorkspaceService {
  private final Session session;

  FileService(Session session) {
    this.session = session;
  }

  /** There is nothing to configure. */
  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {}

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    session.filesChanged();
  }
}
