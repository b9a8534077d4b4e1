package io.schedulec.lsp;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/** The names that clients have for texts. */
final class Uris {
  private static final String FILE = "file:";

  private Uris() {}

  /** The file that a URI names; nothing where it names none, or is none. */
  static Optional<Path> file(String uri) {
    if (!uri.regionMatches(true, 0, FILE, 0, FILE.length())) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(parse(uri)));
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Some clients leave blanks and the like as they are. */
  private static URI parse(String uri) throws URISyntaxException {
    try {
      return new URI(uri);
    } catch (URISyntaxException e) {
      String rest = uri.substring(FILE.length());
      return new URI("file", rest.startsWith("//") ? rest.substring(2) : rest, null);
    }
  }
}
