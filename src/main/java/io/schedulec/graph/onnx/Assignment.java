package io.schedulec.graph.onnx;

import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.UnwritableModelException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which stored tensors are changed where they stand, and which uses get a changed copy: a tensor
 * that all use alike is changed once.
 */
final class Assignment {
  private final ModelFile file;
  private final ModelChanges changes;
  private final StoredUses uses;
  private final Map<String, TensorChange> inPlace = new HashMap<>();
  private final List<Copy> copies = new ArrayList<>();
  private final Map<ModelChanges.Input, String> redirected = new HashMap<>();
  private final Map<String, TensorCut> declarations;
  private final Set<String> replaced = new HashSet<>();
  private final Set<String> names;
  private final Additions additions;

  /** A changed copy of a stored tensor under a name of its own. */
  record Copy(String root, String name, TensorChange change) {}

  /**
   * Assigns changes to tensors.
   *
   * @throws UnwritableModelException if a tensor cannot be changed
   */
  Assignment(ModelFile file, ModelChanges changes) {
    this.file = file;
    this.changes = changes;
    this.uses = new StoredUses(file);
    this.names = names(file.graph());
    addNames(file.model().written(), names);
    this.declarations = new HashMap<>(changes.declarations());
    uses.all().forEach(this::assign);
    this.additions = new Additions(changes, this::fresh);
    redirected.putAll(additions.inputs());
    changes.leftOut().forEach(input -> redirected.put(input, ""));
    demandStored();
    demandOutside();
    if (changes.cuts() && file.model().training()) {
      throw new UnwritableModelException(
          file.bytes().path()
              + " holds instructions for training, which channels are not cut from");
    }
  }

  /** Small files may compute their weights; those have no elements that could be changed. */
  private void demandStored() {
    Set<ModelChanges.Input> stored = new HashSet<>();
    uses.all().values().forEach(of -> of.forEach(use -> use.input().ifPresent(stored::add)));
    for (ModelChanges.Input input : changes.inputs()) {
      if (!stored.contains(input) && changes.tensor(input).isPresent()) {
        throw new UnwritableModelException(
            "what computes "
                + input.output()
                + " uses a tensor that the file does not hold: input "
                + input.place());
      }
    }
  }

  /** What functions and branches say cannot be changed: a function may be called elsewhere, too. */
  private void demandOutside() {
    for (RawNode node : file.graph().nodes()) {
      String enclosure = node.enclosure();
      if (enclosure != null && changes.changedNodes().contains(ModelChanges.key(node))) {
        throw new UnwritableModelException(
            "node " + node.name() + " is part of " + enclosure + ", which is not changed");
      }
    }
    declarations.forEach(
        (name, cut) -> {
          String where = file.model().expanded().sealed().get(name);
          if (where != null && !cut.nothing()) {
            throw new UnwritableModelException(
                name + " would have another size than " + where + " counts on");
          }
        });
  }

  private void assign(String root, List<StoredUses.Use> all) {
    Map<Optional<TensorChange>, List<StoredUses.Use>> versions = new LinkedHashMap<>();
    for (StoredUses.Use use : all) {
      versions.computeIfAbsent(change(use), any -> new ArrayList<>()).add(use);
    }
    if (versions.size() == 1 && versions.containsKey(Optional.<TensorChange>empty())) {
      return;
    }
    Optional<TensorChange> stays = stays(root, versions);
    stays.ifPresent(change -> changeInPlace(root, change));
    versions.forEach(
        (change, of) -> {
          if (!change.equals(stays)) {
            copy(root, change.orElseGet(() -> unchanged(root)), of);
          }
        });
  }

  private Optional<TensorChange> change(StoredUses.Use use) {
    return use.input().flatMap(changes::tensor);
  }

  /** What becomes of the tensor itself: what those need that cannot use another. */
  private Optional<TensorChange> stays(
      String root, Map<Optional<TensorChange>, List<StoredUses.Use>> versions) {
    List<Optional<TensorChange>> bound = new ArrayList<>();
    versions.forEach(
        (change, of) -> {
          if (!of.stream().allMatch(StoredUses.Use::redirectable)) {
            bound.add(change);
          }
        });
    if (bound.size() > 1) {
      throw new UnwritableModelException(
          "tensor "
              + root
              + " is used within a function or the body of a node, and would have to be two");
    }
    return bound.isEmpty() ? owner(root, versions) : bound.get(0);
  }

  /** The version for the use that would be called what the tensor is; else the unchanged one. */
  private Optional<TensorChange> owner(
      String root, Map<Optional<TensorChange>, List<StoredUses.Use>> versions) {
    Optional<TensorChange> none = Optional.empty();
    if (literal(root)) {
      return none;
    }
    for (Map.Entry<Optional<TensorChange>, List<StoredUses.Use>> version : versions.entrySet()) {
      if (version.getValue().stream().anyMatch(use -> wish(use).equals(root))) {
        return version.getKey();
      }
    }
    return versions.containsKey(none) ? none : versions.keySet().iterator().next();
  }

  private String wish(StoredUses.Use use) {
    return use.input().map(changes::wish).orElse("");
  }

  private TensorChange unchanged(String root) {
    RawTensor tensor = file.tensors().get(root);
    Shape shape = tensor == null ? Shape.SCALAR : tensor.shape();
    return new TensorChange(TensorCut.none(shape), Optional.empty());
  }

  /** Whether a constant is written as an attribute's own number or list; it is replaced. */
  private boolean literal(String root) {
    RawTensor tensor = file.tensors().get(root);
    return tensor != null && tensor.data() != null && !(tensor.data() instanceof StoredElements);
  }

  private void changeInPlace(String root, TensorChange change) {
    demandElements(root, change);
    if (literal(root)) {
      throw new UnwritableModelException(
          "tensor "
              + root
              + " is used within a function or the body of a node, and cannot be changed there");
    }
    inPlace.put(root, change);
    if (!change.cut().nothing()) {
      declarations.put(root, change.cut());
      uses.aliases(root).forEach(alias -> declarations.put(alias, change.cut()));
    }
  }

  private void copy(String root, TensorChange change, List<StoredUses.Use> of) {
    if (uses.input(root)) {
      throw new UnwritableModelException(
          "tensor " + root + " is given to the model when it runs, and would have to be two");
    }
    demandElements(root, change);
    String name = name(root, of);
    declarations.put(name, change.cut());
    copies.add(new Copy(root, name, change));
    for (StoredUses.Use use : of) {
      redirect(root, use, of, name, change);
    }
  }

  /** Where a use has an identity for itself, that is redirected: names are told from it. */
  private void redirect(
      String root, StoredUses.Use use, List<StoredUses.Use> of, String copy, TensorChange change) {
    if (!ownIdentity(root, use.name(), of)) {
      redirected.put(use.input().orElseThrow(), copy);
    } else if (!use.name().equals(copy)) {
      redirected.put(new ModelChanges.Input(use.name(), 0), copy);
      declarations.put(use.name(), change.cut());
    }
  }

  /** Whether a name is that of an identity of a tensor which only these uses have. */
  private boolean ownIdentity(String root, String name, List<StoredUses.Use> of) {
    return uses.lastIdentity(name)
        && uses.root(name).equals(Optional.of(root))
        && uses.all().getOrDefault(root, List.of()).stream()
            .allMatch(use -> !use.name().equals(name) || of.contains(use));
  }

  /**
   * The name of a copy: the one that is wished, even where an identity of the tensor has it that is
   * used for nothing else, and goes.
   */
  private String name(String root, List<StoredUses.Use> of) {
    String wish = wish(of.get(0));
    if (ownIdentity(root, wish, of) && replaced.add(wish)) {
      return wish;
    }
    return fresh(wish, root);
  }

  private void demandElements(String root, TensorChange change) {
    RawTensor tensor = file.tensors().get(root);
    if (tensor != null && tensor.where() != null) {
      throw new UnwritableModelException(
          "tensor " + root + " is held by " + tensor.where() + ", which is not changed");
    }
    if (tensor == null ? change.contents().isPresent() : tensor.data() == null) {
      throw new UnwritableModelException(
          "tensor " + root + " has no elements in the file, or only those that are not zero");
    }
    if (tensor != null && tensor.type().bytes() == 0) {
      throw new UnwritableModelException(
          "tensor " + root + " has elements of a type that cannot be cut");
    }
    if (!change.cut().even()) {
      throw new UnwritableModelException(
          "tensor " + root + " would lose a different number of channels in each of its groups");
    }
  }

  private String fresh(String wish, String root) {
    return fresh(wish.isEmpty() ? root : wish);
  }

  private String fresh(String base) {
    String name = base;
    for (int i = 1; !names.add(name); i++) {
      name = base + "_" + i;
    }
    return name;
  }

  private static Set<String> names(RawGraph graph) {
    Set<String> names = new HashSet<>();
    graph.initializers().forEach(tensor -> names.add(tensor.name()));
    graph.inputs().forEach(value -> names.add(value.name()));
    graph.outputs().forEach(value -> names.add(value.name()));
    graph.declared().forEach(value -> names.add(value.name()));
    addNames(graph, names);
    return names;
  }

  /** A name within a body must not be hidden by a new one around it, or hide it. */
  private static void addNames(RawGraph graph, Set<String> names) {
    graph.initializers().forEach(tensor -> names.add(tensor.name()));
    graph.inputs().forEach(value -> names.add(value.name()));
    for (RawNode node : graph.nodes()) {
      names.addAll(node.inputs());
      names.addAll(node.outputs());
      node.bodies().forEach(body -> addNames(body.graph(), names));
    }
  }

  /** What becomes of a stored tensor itself. */
  Optional<TensorChange> inPlace(String root) {
    return Optional.ofNullable(inPlace.get(root));
  }

  /** The copies to be made. */
  List<Copy> copies() {
    return copies;
  }

  /** What is new in the file. */
  Additions additions() {
    return additions;
  }

  /** Whether a node is an identity in whose place a copy is. */
  boolean replaced(RawNode node) {
    return node.is("Identity") && replaced.contains(ModelChanges.key(node));
  }

  /** What a node is to use at an input instead. */
  Optional<String> redirected(ModelChanges.Input input) {
    return Optional.ofNullable(redirected.get(input));
  }

  /** The cuts of values whose shapes the file may declare, by name. */
  Map<String, TensorCut> declarations() {
    return declarations;
  }
}
