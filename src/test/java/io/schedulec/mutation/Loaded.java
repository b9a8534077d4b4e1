package io.schedulec.mutation;

import io.schedulec.analysis.Analysis;
import io.schedulec.diagnostic.Edit;
import io.schedulec.source.Span;
import io.schedulec.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** What a YAML library makes of a schedule before and after some edits. */
final class Loaded {
  private Loaded() {}

  /**
   * The paths of values that changed although no edit is about them.
   *
   * @param everywhere whether an edit may be about all places at which its text counts: a word that
   *     is wrong is wrong wherever it is merged
   */
  static Set<String> changedElsewhere(
      Analysis before, String after, List<Edit> edits, boolean everywhere) {
    Set<String> meant = new LinkedHashSet<>();
    Set<String> grown = new LinkedHashSet<>();
    for (Edit edit : edits) {
      Set<String> paths = new LinkedHashSet<>();
      Span place = behindValue(before.source().text(), edit.span());
      paths(before.schedule().orElseThrow().root(), place, "", everywhere, paths);
      meant.addAll(paths);
      String old = before.source().text(edit.span());
      if (old.isBlank() && (edit.span().length() == 0 || edit.newText().isBlank())) {
        grown.addAll(paths);
      }
    }
    Set<String> changed = new LinkedHashSet<>();
    Object old;
    try {
      old = load(before.source().text());
    } catch (YAMLException e) {
      // Tags that nothing loads.
      load(after);
      return Set.of();
    }
    compare("", old, load(after), changed);
    changed.removeIf(path -> meant.stream().anyMatch(m -> within(path, m)));
    changed.removeIf(path -> grown.stream().anyMatch(m -> around(path, m)));
    return changed;
  }

  /**
   * An insertion behind a value, or another indent, may also add a key or an item to what holds the
   * value.
   */
  private static boolean around(String path, String inserted) {
    int mark = Math.max(path.indexOf('+'), path.indexOf('#'));
    return mark >= 0 && (inserted + "/").startsWith(path.substring(0, mark) + "/");
  }

  private static Object load(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setWarnOnDuplicateKeys(false);
    Object loaded = new Yaml(new SafeConstructor(options)).load(text.replace("\uFEFF", ""));
    return loaded == null ? Map.of() : loaded;
  }

  /** An entry that came or went is a change of the map that holds it. */
  private static boolean within(String path, String meant) {
    boolean below = path.equals(meant) || path.startsWith(meant + "/");
    return below || (path.startsWith(meant) && "+-#".indexOf(path.charAt(meant.length())) >= 0);
  }

  /** What is inserted at the end of a line is inserted behind the value, not behind a comment. */
  private static Span behindValue(String text, Span edit) {
    if (edit.length() > 0) {
      return edit;
    }
    int start = text.lastIndexOf('\n', edit.start() - 1) + 1;
    String line = text.substring(start, edit.start());
    int comment = line.indexOf(" #");
    String value = comment < 0 ? line : line.substring(0, comment);
    return Span.at(start + value.stripTrailing().length(), 0);
  }

  /** The keys down to the smallest value that an edit lies in, at each place where it counts. */
  private static void paths(
      YamlValue value, Span edit, String so, boolean everywhere, Set<String> into) {
    int before = into.size();
    YamlValue here = everywhere ? value.resolved() : value;
    if (here instanceof YamlValue.Mapping map) {
      for (YamlValue.Entry entry : map.entries()) {
        if ((everywhere || !entry.merged()) && inside(edit, whole(entry))) {
          boolean key = edit.start() < entry.key().span().end() && edit.length() > 0;
          if (key) {
            into.add(so);
          } else {
            paths(entry.value(), edit, so + "/" + entry.key().text(), everywhere, into);
          }
        } else if (everywhere) {
          deeper(entry.value(), edit, so + "/" + entry.key().text(), into);
        }
      }
    } else if (here instanceof YamlValue.Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        YamlValue item = list.items().get(i);
        if (item instanceof YamlValue.Mapping && inside(edit, item.span())) {
          paths(item, edit, so + "/" + i, everywhere, into);
        }
      }
    }
    if (into.size() == before && inside(edit, here.span())) {
      into.add(so);
    }
  }

  /** What is merged or aliased lies elsewhere. */
  private static void deeper(YamlValue value, Span edit, String so, Set<String> into) {
    if (value.resolved() instanceof YamlValue.Mapping || value instanceof YamlValue.Alias) {
      paths(value, edit, so, true, into);
    }
  }

  /** From the key to the end of the value, or of what the key is followed by. */
  private static Span whole(YamlValue.Entry entry) {
    return new Span(
        entry.key().span().start(), Math.max(entry.key().span().end() + 1, entry.span().end()));
  }

  private static boolean inside(Span edit, Span place) {
    return place.start() <= edit.start() && edit.end() <= place.end();
  }

  private static void compare(String path, Object before, Object after, Set<String> changed) {
    if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
      Map<Object, Object> all = new LinkedHashMap<>(one);
      other.forEach(all::putIfAbsent);
      for (Object key : all.keySet()) {
        if (!one.containsKey(key)) {
          changed.add(path + "+" + key);
        } else if (!other.containsKey(key)) {
          changed.add(path + "-" + key);
        } else {
          compare(path + "/" + key, value(one, key), value(other, key), changed);
        }
      }
    } else if (before instanceof List<?> one && after instanceof List<?> other) {
      if (one.size() != other.size()) {
        changed.add(path + "#");
        return;
      }
      for (int i = 0; i < one.size(); i++) {
        compare(path + "/" + i, one.get(i), other.get(i), changed);
      }
    } else if (!Objects.equals(before, after)) {
      changed.add(path);
    }
  }

  private static Object value(Map<?, ?> map, Object key) {
    Object value = map.get(key);
    return value == null ? "null" : value;
  }
}
