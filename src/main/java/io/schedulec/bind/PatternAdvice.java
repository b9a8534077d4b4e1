package io.schedulec.bind;

import io.schedulec.selector.Parsed;
import io.schedulec.selector.Pattern;
import io.schedulec.selector.Selector;
import io.schedulec.selector.SelectorReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be said of a pattern that matches nothing.
 *
 * @param label a few words
 * @param instead a pattern that matches something, if one is near
 */
record PatternAdvice(String label, Optional<String> instead) {

  static PatternAdvice of(Pattern pattern, Universe universe) {
    String text = pattern.text();
    if (pattern.regex()) {
      return new PatternAdvice("no name fits as a whole", Optional.empty());
    }
    if (pattern.plain()) {
      Optional<String> meant = Meant.by(universe.facts().names(), text);
      String label = meant.isPresent() ? meant.get() + " is spelt like it" : "no such parameter";
      return new PatternAdvice(label, meant);
    }
    if (matches(text + ".weight", universe)) {
      return new PatternAdvice("names modules, not their weights", Optional.of(text + ".weight"));
    }
    String wider = text.replace("**", "*").replace("*", "**");
    if (!wider.equals(text) && matches(wider, universe)) {
      return new PatternAdvice("`*` stops at full stops, `**` does not", Optional.of(wider));
    }
    Optional<String> shorter = withoutPrefix(text, universe);
    return shorter.isPresent()
        ? new PatternAdvice("matches once the prefix is dropped", shorter)
        : new PatternAdvice(beginnings(text, universe), Optional.empty());
  }

  private static boolean matches(String text, Universe universe) {
    Parsed parsed = SelectorReader.read(text);
    if (parsed.selector().orElse(null) instanceof Selector.Names names) {
      for (int i = 0; i < universe.size(); i++) {
        if (names.pattern().matches(universe.plain(i))) {
          return true;
        }
      }
    }
    return false;
  }

  private static Optional<String> withoutPrefix(String text, Universe universe) {
    int stop = text.indexOf('.');
    int sign = firstSign(text);
    while (stop >= 0 && stop + 1 < sign) {
      String rest = text.substring(stop + 1);
      if (matches(rest, universe)) {
        return Optional.of(rest);
      }
      stop = text.indexOf('.', stop + 1);
    }
    return Optional.empty();
  }

  private static int firstSign(String text) {
    int at = 0;
    while (at < text.length() && "*?[{".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** How the model's names begin, if the pattern begins otherwise. */
  private static String beginnings(String text, Universe universe) {
    String plain = NameIndex.plain(text);
    int stop = plain.indexOf('.');
    Set<String> first = new LinkedHashSet<>();
    for (int i = 0; i < universe.size(); i++) {
      first.add(NameIndex.components(universe.plain(i)).get(0));
    }
    boolean literal = stop > 0 && stop < firstSign(plain);
    if (!literal || first.contains(plain.substring(0, stop))) {
      return "no name fits as a whole";
    }
    List<String> all = List.copyOf(first);
    String more = all.size() > 4 ? ", …" : "";
    return "names begin with " + String.join(", ", all.subList(0, Math.min(4, all.size()))) + more;
  }
}
