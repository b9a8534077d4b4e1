package io.schedulec.graph.onnx;

import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.TensorData;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a changed model file consists of; everything that does not change is a run of the old. */
final class Layout {
  private final ModelFile file;
  private final ModelBytes bytes;
  private final ModelChanges changes;
  private final Assignment assignment;
  private final DataFile data;
  private final Set<ModelChanges.Replacement> replaced = new HashSet<>();

  private Layout(ModelFile file, ModelChanges changes, Assignment assignment, DataFile data) {
    this.file = file;
    this.bytes = file.bytes();
    this.changes = changes;
    this.assignment = assignment;
    this.data = data;
  }

  /** The file, whose external elements are added to {@code data}. */
  static Pieces of(ModelFile file, ModelChanges changes, Assignment assignment, DataFile data) {
    return new Layout(file, changes, assignment, data).model();
  }

  private Pieces model() {
    Pieces out = new Pieces(bytes);
    Metadata metadata = new Metadata(changes.metadata(), out);
    for (Field field : Field.of(bytes, 0, bytes.size())) {
      switch (field.number()) {
        case 7 -> out.rewritten(field, graph(field, true));
        case 14 -> metadata.rewrite(field);
        case 25 -> out.rewritten(field, function(field));
        default -> out.copy(field);
      }
    }
    metadata.finish();
    return out;
  }

  /** A graph; only the outermost one is changed, in others external elements move. */
  private Pieces graph(Field graph, boolean outermost) {
    Pieces out = new Pieces(bytes);
    for (Field field : Field.of(bytes, graph.body(), graph.end())) {
      switch (field.number()) {
        case 1 -> {
          if (outermost) {
            outermostNode(field, out);
          } else {
            out.rewritten(field, node(field, false));
          }
        }
        case 5 -> out.rewritten(field, initializer(field, outermost));
        case 15 -> out.rewritten(field, sparse(field));
        case 11, 12, 13 -> {
          if (outermost) {
            if (!stale(field)) {
              out.rewritten(field, declaration(field));
            }
          } else {
            out.copy(field);
          }
        }
        default -> out.copy(field);
      }
    }
    if (outermost) {
      addCopies(graph, out);
      assignment.additions().writeTo(out, file.model().version() < 4);
    }
    return out;
  }

  private void outermostNode(Field field, Pieces out) {
    RawNode raw = RawNode.read(field.message(bytes), 0);
    Optional<ModelChanges.Replacement> replacement = changes.replacement(raw);
    if (replacement.isPresent()) {
      if (replaced.add(replacement.get())) {
        assignment.additions().nodes(replacement.get(), out);
      }
    } else if (!assignment.replaced(raw)) {
      out.rewritten(field, node(field, true));
    }
  }

  /** Whether a declaration is of a value that only replaced nodes had. */
  private boolean stale(Field field) {
    return field.number() == 13
        && assignment.additions().gone(RawValue.read(field.message(bytes)).name());
  }

  private Pieces function(Field function) {
    Pieces out = new Pieces(bytes);
    for (Field field : Field.of(bytes, function.body(), function.end())) {
      switch (field.number()) {
        case 7 -> out.rewritten(field, node(field, false));
        case 11 -> out.rewritten(field, attribute(field, Optional.empty()));
        default -> out.copy(field);
      }
    }
    return out;
  }

  private Pieces initializer(Field field, boolean outermost) {
    Optional<TensorChange> change =
        outermost
            ? assignment.inPlace(RawTensor.read(field.message(bytes)).name())
            : Optional.empty();
    return tensor(field, change);
  }

  private Pieces tensor(Field field, Optional<TensorChange> change) {
    return TensorRewriter.rewrite(bytes, field, change, Optional.empty(), data);
  }

  private Pieces sparse(Field sparse) {
    Pieces out = new Pieces(bytes);
    for (Field field : Field.of(bytes, sparse.body(), sparse.end())) {
      if (field.number() == 1 || field.number() == 2) {
        out.rewritten(field, tensor(field, Optional.empty()));
      } else {
        out.copy(field);
      }
    }
    return out;
  }

  private Pieces declaration(Field field) {
    TensorCut cut = assignment.declarations().get(RawValue.read(field.message(bytes)).name());
    if (cut == null) {
      Pieces out = new Pieces(bytes);
      out.copy(field.body(), field.end());
      return out;
    }
    return Declarations.rewrite(bytes, field, cut);
  }

  private Pieces node(Field node, boolean outermost) {
    RawNode raw = RawNode.read(node.message(bytes), 0);
    String key = outermost ? ModelChanges.key(raw) : "";
    NodeAttributes attributes = new NodeAttributes(changes, outermost ? key : "");
    Optional<TensorChange> constant =
        outermost && raw.is("Constant") ? assignment.inPlace(key) : Optional.empty();
    Pieces out = new Pieces(bytes);
    int place = 0;
    for (Field field : Field.of(bytes, node.body(), node.end())) {
      switch (field.number()) {
        case 1 -> input(field, new ModelChanges.Input(key, place++), outermost, out);
        case 5 -> {
          if (!attributes.goes(name(field))) {
            attribute(field, attributes, constant, out);
          }
        }
        default -> out.copy(field);
      }
    }
    attributes.addTo(out);
    // A node may get an input more than it had.
    Optional<String> more = outermost ? redirected(key, place) : Optional.empty();
    more.ifPresent(name -> out.text(1, name));
    return out;
  }

  private Optional<String> redirected(String key, int place) {
    return assignment.redirected(new ModelChanges.Input(key, place));
  }

  private void attribute(
      Field field, NodeAttributes attributes, Optional<TensorChange> constant, Pieces out) {
    Optional<Pieces> own = attributes.take(name(field), bytes);
    if (own.isPresent()) {
      out.message(5, own.get());
    } else {
      out.rewritten(field, attribute(field, constant));
    }
  }

  private void input(Field field, ModelChanges.Input input, boolean outermost, Pieces out) {
    Optional<String> other = outermost ? assignment.redirected(input) : Optional.empty();
    if (other.isPresent()) {
      out.text(1, other.get());
    } else {
      out.copy(field);
    }
  }

  private Pieces attribute(Field attribute, Optional<TensorChange> constant) {
    Pieces out = new Pieces(bytes);
    for (Field field : Field.of(bytes, attribute.body(), attribute.end())) {
      switch (field.number()) {
        case 5 -> out.rewritten(field, tensor(field, constant));
        case 10 -> out.rewritten(field, tensor(field, Optional.empty()));
        case 6, 11 -> out.rewritten(field, graph(field, false));
        case 22, 23 -> out.rewritten(field, sparse(field));
        default -> out.copy(field);
      }
    }
    return out;
  }

  private String name(Field attribute) {
    Wire message = attribute.message(bytes);
    while (message.next()) {
      if (message.field() == 1) {
        return message.text();
      }
      message.skip();
    }
    return "";
  }

  private void addCopies(Field graph, Pieces out) {
    for (Assignment.Copy copy : assignment.copies()) {
      out.message(5, copied(graph, copy));
      // Before version 4 of the format every initializer was an input as well.
      if (file.model().version() < 4) {
        out.message(11, input(copy));
      }
    }
  }

  private Pieces copied(Field graph, Assignment.Copy copy) {
    Optional<Field> original = find(graph, copy.root());
    if (original.isPresent()) {
      return TensorRewriter.rewrite(
          bytes, original.get(), Optional.of(copy.change()), Optional.of(copy.name()), data);
    }
    return written(copy);
  }

  /** The message of a stored tensor, which may be the attribute of a constant. */
  private Optional<Field> find(Field graph, String name) {
    for (Field field : Field.of(bytes, graph.body(), graph.end())) {
      if (field.number() == 5 && RawTensor.read(field.message(bytes)).name().equals(name)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** The copy of what stands in the attribute of a constant. */
  private Pieces written(Assignment.Copy copy) {
    RawTensor tensor = tensorOf(copy);
    Shape after = copy.change().cut().after();
    Pieces out = new Pieces(bytes);
    for (int axis = 0; axis < after.rank(); axis++) {
      out.integer(1, after.dim(axis));
    }
    out.integer(2, ElementTypes.number(tensor.type()));
    out.text(8, copy.name());
    out.elements(9, new NewElements(tensor.type(), copy.change(), data(tensor)));
    return out;
  }

  private Pieces input(Assignment.Copy copy) {
    Shape after = copy.change().cut().after();
    Pieces shape = new Pieces(bytes);
    for (int axis = 0; axis < after.rank(); axis++) {
      Pieces size = new Pieces(bytes);
      size.integer(1, after.dim(axis));
      shape.message(1, size);
    }
    Pieces tensor = new Pieces(bytes);
    tensor.integer(1, ElementTypes.number(tensorOf(copy).type()));
    tensor.message(2, shape);
    Pieces type = new Pieces(bytes);
    type.message(1, tensor);
    Pieces out = new Pieces(bytes);
    out.text(1, copy.name());
    out.message(2, type);
    return out;
  }

  private RawTensor tensorOf(Assignment.Copy copy) {
    RawTensor tensor = file.tensors().get(copy.root());
    if (tensor == null) {
      throw new AssertionError("only stored tensors are copied");
    }
    return tensor;
  }

  private static TensorData data(RawTensor tensor) {
    TensorData data = tensor.data();
    if (data == null) {
      throw new AssertionError("only stored tensors are copied");
    }
    return data;
  }
}
