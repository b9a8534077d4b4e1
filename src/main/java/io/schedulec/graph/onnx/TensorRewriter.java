package io.schedulec.graph.onnx;

import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.UnwritableModelException;
import java.util.Optional;

/** Rewrites the message of one tensor; what it does not know it copies. */
final class TensorRewriter {
  private final Pieces out;
  private final RawTensor tensor;
  private final Optional<TensorChange> change;
  private final Optional<String> name;
  private final DataFile data;
  private boolean sized;
  private boolean filled;

  private TensorRewriter(
      ModelBytes file,
      RawTensor tensor,
      Optional<TensorChange> change,
      Optional<String> name,
      DataFile data) {
    this.out = new Pieces(file);
    this.tensor = tensor;
    this.change = change;
    this.name = name;
    this.data = data;
  }

  /** The message in a field with a change, under another name if one is given. */
  static Pieces rewrite(
      ModelBytes file,
      Field field,
      Optional<TensorChange> change,
      Optional<String> name,
      DataFile data) {
    RawTensor tensor = RawTensor.read(field.message(file));
    TensorRewriter rewriter = new TensorRewriter(file, tensor, change, name, data);
    for (Field part : Field.of(file, field.body(), field.end())) {
      rewriter.rewrite(part);
    }
    rewriter.finish();
    return rewriter.out;
  }

  private boolean external() {
    return tensor.data() instanceof ExternalTensorData;
  }

  private void rewrite(Field part) {
    switch (part.number()) {
      case 1 -> size(part);
      case 4, 5, 6, 7, 9, 10, 11 -> {
        if (change.isEmpty() && !external()) {
          out.copy(part);
        } else {
          fill();
        }
      }
      case 8 -> {
        if (name.isPresent()) {
          out.text(8, name.get());
        } else {
          out.copy(part);
        }
      }
      case 13 -> place(part);
      default -> out.copy(part);
    }
  }

  private void finish() {
    if (change.isPresent() || external()) {
      fill();
    }
  }

  private void size(Field part) {
    if (change.isEmpty() || change.get().cut().nothing()) {
      out.copy(part);
    } else if (!sized) {
      sized = true;
      Shape after = change.get().cut().after();
      for (int axis = 0; axis < after.rank(); axis++) {
        out.integer(1, after.dim(axis));
      }
    }
  }

  /** Writes the elements, once, in place of those there were. */
  private void fill() {
    if (filled) {
      return;
    }
    filled = true;
    NewElements elements = elements();
    if (external()) {
      long offset = data.add(elements);
      entry("location", data.name());
      entry("offset", Long.toString(offset));
      entry("length", Long.toString(elements.length()));
    } else {
      out.elements(9, elements);
    }
  }

  private NewElements elements() {
    if (tensor.data() == null || tensor.type().bytes() == 0) {
      throw new UnwritableModelException(
          "tensor " + tensor.name() + " has elements of a type that cannot be written");
    }
    TensorChange all = new TensorChange(TensorCut.none(tensor.shape()), Optional.empty());
    return new NewElements(tensor.type(), change.orElse(all), tensor.data());
  }

  private void entry(String key, String value) {
    Pieces entry = new Pieces(out.source());
    entry.text(1, key);
    entry.text(2, value);
    out.message(13, entry);
  }

  /** One entry of what says where external elements are. */
  private void place(Field part) {
    switch (Entries.read(part.message(out.source()))[0]) {
      case "location", "offset", "length" -> fill();
      // It was that of the old file.
      case "checksum" -> {}
      default -> out.copy(part);
    }
  }
}
