package io.schedulec.analysis;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.graph.onnx.StoredWeights;
import io.schedulec.graph.pt2.Pt2Reader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/** The kinds of files that models come in, told apart by what is in them, not by their names. */
public enum ModelFormat {
  /** An ONNX file; also what nothing is known of, because its reader says best what is wrong. */
  ONNX,
  /** An archive of {@code torch.export.save}; any zip archive is read as one. */
  PT2;

  private static final byte[] ZIP = {'P', 'K', 3, 4};

  /** The format of a file. */
  public static ModelFormat of(Path file) {
    // Opening a pipe waits until somebody writes to it.
    if (!file.toFile().isFile()) {
      return ONNX;
    }
    try (InputStream in = new FileInputStream(file.toFile())) {
      return Arrays.equals(in.readNBytes(ZIP.length), ZIP) ? PT2 : ONNX;
    } catch (IOException e) {
      return ONNX;
    }
  }

  /**
   * The network in a file.
   *
   * @throws UnreadableModelException if it holds none
   */
  public static ModelGraph read(Path file) {
    return switch (of(file)) {
      case ONNX -> OnnxReader.read(file);
      case PT2 -> Pt2Reader.read(file);
    };
  }

  /** The files that hold the weights of a model, besides its own. */
  public static Set<Path> dataFiles(Path file) {
    return switch (of(file)) {
      case ONNX -> StoredWeights.of(file).dataFiles();
      case PT2 -> Set.of();
    };
  }
}
