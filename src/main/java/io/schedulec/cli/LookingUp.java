package io.schedulec.cli;

import io.schedulec.catalog.Catalog;
import io.schedulec.catalog.ClassSpec;
import io.schedulec.catalog.Retired;
import io.schedulec.catalog.Section;
import io.schedulec.diagnostic.render.Pages;
import io.schedulec.reference.JsonSchema;
import io.schedulec.reference.Manual;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints what can be looked up about the schedule language. */
final class LookingUp {
  private LookingUp() {}

  static int schema(Terminal terminal) {
    terminal.printUtf8(JsonSchema.text());
    return ExitCode.OK;
  }

  static int manual(Optional<String> about, ManualCommand.Format format, Terminal terminal)
      throws BadRequest {
    String word = about.orElse("manual");
    Optional<ClassSpec> spec = about.flatMap(Catalog::find);
    String text;
    String title;
    if (about.isEmpty()) {
      text = Manual.text();
      title = Manual.TITLE;
    } else if (spec.isPresent()) {
      text = Manual.of(spec.get());
      title = "a class of " + spec.get().section().key();
    } else if (Manual.parts().contains(word)) {
      text = Manual.of(word);
      title = "a part of " + Manual.TITLE;
    } else {
      throw unknown(word);
    }
    if (format == ManualCommand.Format.MARKDOWN) {
      terminal.printUtf8(text);
    } else {
      terminal.out().print(Pages.render(word, title, text, Reports.options(terminal)));
    }
    return ExitCode.OK;
  }

  private static BadRequest unknown(String name) {
    Optional<Retired> retired = Retired.ofClass(name);
    if (retired.isPresent()) {
      return new BadRequest(
          "there is no class " + name + ": " + retired.get().sentence().replace("`", ""));
    }
    String hint = Nearest.to(name, words()).map(n -> ", did you mean " + n + "?").orElse("");
    return new BadRequest("there is no class " + name + hint);
  }

  /** What there is a part of the manual on. */
  static List<String> words() {
    List<String> words = new ArrayList<>(Manual.parts());
    for (Section section : Section.values()) {
      words.addAll(Catalog.names(section));
    }
    return words;
  }
}
