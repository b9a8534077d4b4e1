package io.schedulec.analysis;

import io.schedulec.bind.Target;
import io.schedulec.graph.UnreadableModelException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schedules that an editor has open, by the editor's names for them: the one thing that changes
 * over time. Texts may be put in and asked for by any thread; analyses are made one at a time.
 */
public final class Workspace {
  private final Analyzer analyzer =
      new Analyzer(new FreshModels(), Optional.empty(), Target.PLAN, OptionalInt.empty());
  private final Map<String, OpenText> open = new ConcurrentHashMap<>();
  private final Map<String, Snapshot> known = new HashMap<>();
  private final Set<String> stale = new HashSet<>();

  /** Opens a text, or replaces it by a newer one. */
  public void put(String name, OpenText text) {
    open.put(name, text);
  }

  /** Closes a text. */
  public void remove(String name) {
    open.remove(name);
  }

  /** The newest text of a name. */
  public Optional<OpenText> text(String name) {
    return Optional.ofNullable(open.get(name));
  }

  /** The names of all open texts. */
  public List<String> names() {
    return open.keySet().stream().sorted().toList();
  }

  /** Has everything analysed anew when it is next asked for: files beside the texts changed. */
  public synchronized void filesChanged() {
    stale.addAll(known.keySet());
  }

  /** Has one text analysed anew when it is next asked for. */
  public synchronized void filesChanged(String name) {
    stale.add(name);
  }

  /** What is known of the newest text of a name; empty if none is open. */
  public synchronized Optional<Snapshot> snapshot(String name) {
    OpenText text = open.get(name);
    if (text == null) {
      known.remove(name);
      return Optional.empty();
    }
    Snapshot last = known.get(name);
    boolean again = stale.remove(name);
    if (last == null || again || !last.text().equals(text)) {
      Analysis analysis = analyze(text);
      last = last == null ? Snapshot.first(text, analysis) : last.then(text, analysis);
      known.put(name, last);
    }
    return Optional.of(last);
  }

  /** What cannot be had besides the text becomes a finding. */
  private Analysis analyze(OpenText text) {
    try {
      return analyzer.analyze(text.source(), text.file());
    } catch (UnusableFileException e) {
      return analyzer.analyzeWithout(text.source(), e.sentence());
    } catch (UnreadableModelException e) {
      return analyzer.analyzeWithout(text.source(), String.valueOf(e.getMessage()));
    }
  }
}
