package io.schedulec.ide;

import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Snapshot;
import io.schedulec.catalog.ClassSpec;
import io.schedulec.catalog.KeySpec;
import io.schedulec.catalog.Section;
import io.schedulec.schedule.Instance;
import io.schedulec.schedule.Policy;
import io.schedulec.schedule.Schedule;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What there is to say of the word at a place: a weight, a class, a key, an instance. */
public final class Hovers {
  private final Analysis analysis;
  private final Schedule schedule;
  private final int offset;

  private Hovers(Analysis analysis, Schedule schedule, int offset) {
    this.analysis = analysis;
    this.schedule = schedule;
    this.offset = offset;
  }

  /** What there is to say at an offset of the text; nothing where it has changed unreadably. */
  public static Optional<HoverText> at(Snapshot snapshot, int offset) {
    Analysis readable = snapshot.readable();
    OptionalInt older = snapshot.drift().older(offset);
    if (readable.schedule().isEmpty() || older.isEmpty()) {
      return Optional.empty();
    }
    Hovers hovers = new Hovers(readable, readable.schedule().get(), older.getAsInt());
    return hovers.hover().map(h -> new HoverText(snapshot.drift().newer(h.span()), h.markdown()));
  }

  private Optional<HoverText> hover() {
    Optional<HoverText> selector = SelectorCards.at(analysis.selections(), offset);
    if (selector.isPresent()) {
      return selector;
    }
    Optional<HoverText> weight = weight();
    if (weight.isPresent()) {
      return weight;
    }
    List<TreePath> paths = TreePath.to(schedule.root(), offset);
    for (int i = paths.size() - 1; i >= 0; i--) {
      Optional<HoverText> found = entry(paths.get(i));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<HoverText> weight() {
    Optional<Spanned<String>> name = Names.parameterAt(schedule, offset);
    Optional<WeightCards> cards = WeightCards.of(analysis.bound());
    if (name.isEmpty() || cards.isEmpty()) {
      return Optional.empty();
    }
    return cards
        .get()
        .find(name.get().value())
        .map(p -> new HoverText(name.get().span(), cards.get().markdown(p)));
  }

  private Optional<HoverText> entry(TreePath path) {
    List<String> keys = path.keys();
    String key = keys.get(keys.size() - 1);
    if (keys.size() == 1) {
      return path.onKey(offset) ? on(path, Language.doc(key)) : Optional.empty();
    }
    if (keys.get(0).equals(Language.POLICIES)) {
      return policy(path, key);
    }
    Optional<Instance> instance = instance(keys);
    if (instance.isEmpty()) {
      return Optional.empty();
    }
    if (keys.size() == 2) {
      return path.onKey(offset) ? on(path, Optional.of(card(instance.get()))) : Optional.empty();
    }
    if (keys.size() == 3 && key.equals("class")) {
      return instance.get().spec().map(spec -> classCard(path, instance.get(), spec));
    }
    return key(path, key, instance.get().spec());
  }

  private Optional<Instance> instance(List<String> keys) {
    return Section.ofKey(keys.get(0)).flatMap(s -> schedule.instance(s, keys.get(1)));
  }

  private HoverText classCard(TreePath path, Instance instance, ClassSpec spec) {
    Span span = path.onKey(offset) ? path.entry().key().span() : path.entry().value().span();
    return new HoverText(span, ClassCards.markdown(spec, instance.arguments().keySet()));
  }

  private Optional<HoverText> policy(TreePath path, String key) {
    if (key.equals("instance_name") && !path.onKey(offset)) {
      for (Policy policy : schedule.policies()) {
        Optional<Spanned<String>> name = policy.instanceName();
        if (name.isPresent() && TreePath.touches(name.get().span(), offset)) {
          return policy.target().map(t -> new HoverText(name.get().span(), card(t)));
        }
      }
    }
    if (path.keys().size() == 3 && path.onKey(offset)) {
      Optional<String> doc = Section.ofReference(key).map(Section::doc);
      if (doc.isPresent()) {
        return on(path, doc);
      }
    }
    return key(path, key, Optional.empty());
  }

  private Optional<HoverText> key(TreePath path, String key, Optional<ClassSpec> spec) {
    List<String> keys = path.keys();
    Optional<KeySpec> known = Language.key(keys.subList(0, keys.size() - 1), key, spec);
    return on(path, known.map(ClassCards::markdown));
  }

  private static Optional<HoverText> on(TreePath path, Optional<String> markdown) {
    return markdown.map(m -> new HoverText(path.entry().key().span(), m));
  }

  /** An instance: its class, how many weights it has, and when it acts. */
  private String card(Instance instance) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add("**`" + instance.name().value() + "`** in `" + instance.section().key() + "`");
    Optional<ClassSpec> spec = instance.spec();
    spec.ifPresent(s -> paragraphs.add("`" + s.name() + "`: " + s.doc()));
    instance.weights().ifPresent(w -> paragraphs.add(count(w.items().size())));
    for (Policy policy : schedule.policiesOf(instance)) {
      policy.timing().ifPresent(t -> paragraphs.add("acts in " + Epochs.of(t)));
    }
    if (!instance.used()) {
      paragraphs.add("no policy schedules it");
    }
    return String.join("\n\n", paragraphs);
  }

  private static String count(int weights) {
    return weights + (weights == 1 ? " weight" : " weights");
  }
}
