package io.schedulec.analysis;

import io.schedulec.bind.Target;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.source.SourceFile;
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
      last = snapshot(text, Optional.ofNullable(last));
      known.put(name, last);
    }
    return Optional.of(last);
  }

  private Snapshot snapshot(OpenText text, Optional<Snapshot> last) {
    Analysis analysis = analyze(text);
    if (analysis.schedule().isPresent()) {
      return Snapshot.of(text, analysis);
    }
    if (last.isPresent() && last.get().readable().schedule().isPresent()) {
      return last.get().then(text, analysis);
    }
    return Snapshot.unreadable(text, analysis, analyze(comments(text)).bound());
  }

  /** The comments of a text, which may name its model, and a schedule of nothing. */
  private static OpenText comments(OpenText text) {
    StringBuilder comments = new StringBuilder();
    for (String line : text.source().text().split("\\R", -1)) {
      if (line.startsWith("#")) {
        comments.append(line).append('\n');
      }
    }
    SourceFile source =
        SourceFile.of(text.source().path(), comments.append("policies: []\n").toString());
    return new OpenText(source, text.file(), text.version());
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
