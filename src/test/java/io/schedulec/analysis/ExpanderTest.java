package io.schedulec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Edits;
import io.schedulec.lower.LoweringOptions;
import io.schedulec.schedule.Instance;
import io.schedulec.schedule.WeightList;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import io.schedulec.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ExpanderTest {
  private static final Models MODELS = new Models();
  private static final Path CORPUS = Path.of("test-schedules");

  /** Selectors that match the one name that they are made of. */
  private static final List<UnaryOperator<String>> EQUIVALENTS =
      List.of(
          name -> name.substring(0, name.length() - 1) + "[" + name.charAt(name.length() - 1) + "]",
          name -> "(" + name + ")",
          name -> name + " & **",
          name -> name + " | " + name + " - " + name,
          name -> name.replaceFirst("^((?:(?:features\\.)?module\\.)?)(.*)$", "$1{$2}"));

  private static final int ROUNDS = 400;

  private static final List<String> PARTS =
      List.of(
          "layer1.*.conv1.weight",
          "module.layer{1,2}.0.conv?.weight",
          "layer3.2.conv1.weight",
          "module.fc.weight",
          "**.conv2.weight",
          "writers(layer2.0.conv2)",
          "readers(conv1) - layer2.**",
          "op(Conv) & within(layer3.{0,1})",
          "re:layer[12]\\.\\d\\.conv1\\.weight",
          "not layer1.0.conv1.weight",
          "! within(layer2)",
          "{fc,conv1}.weight",
          "layer9.*",
          "layer1.* | (",
          "conv1.weight, fc.weight");

  // The same as a name, in every schedule of the corpus.

  static Stream<Path> corpus() {
    return Stream.of("err", "ok", "mockups", "plans")
        .flatMap(f -> schedules(CORPUS.resolve(f)))
        .filter(f -> !f.toString().contains("SC11") && !f.toString().contains("SC103"));
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void selectorsInThePlaceOfNamesChangeNothing(Path file) {
    for (UnaryOperator<String> equivalent : EQUIVALENTS) {
      assertEquivalent(analyzer(model(file)), file, equivalent);
    }
  }

  @Test
  void norInThePublishedSchedules() {
    for (Path file : Shared.files("schedules/distiller", ".yaml")) {
      assertEquivalent(
          analyzer(Optional.of(Checked.bundled("resnet20_cifar"))), file, EQUIVALENTS.get(0));
    }
  }

  // Style.

  /** What stands under the pruner, before and after. */
  static Stream<Arguments> styles() {
    return Stream.of(
        Arguments.of(
            """
            weights: # three
                - module.layer1.{0,1}.conv1.weight   # two
                # one
                -   'layer2.0.conv1.weight'
            """,
            """
            weights: # three
                - 'module.layer1.0.conv1.weight'   # two
                - 'module.layer1.1.conv1.weight'
                # one
                -   'layer2.0.conv1.weight'
            """),
        Arguments.of(
            "weights:\r\n      - layer1.{0,1}.conv1.weight\r\n",
            "weights:\r\n      - layer1.0.conv1.weight\r\n      - layer1.1.conv1.weight\r\n"),
        Arguments.of(
            """
            weights:
                  - >-
                    layer1.{0,1}.conv1.weight
                    - re:.*0.*
                  # and
                  - fc.weight
            """,
            "weights:\n      - layer1.1.conv1.weight\n      # and\n      - fc.weight\n"),
        Arguments.of(
            "weights: [ layer1.0.conv1.weight, op(Gemm) ] # both\n",
            "weights: [ layer1.0.conv1.weight, fc.weight ] # both\n"),
        Arguments.of(
            "weights: [\"layer1.*.conv1.weight\", # three\n              \"fc.weight\"]\n",
            """
            weights: ["layer1.0.conv1.weight",
                          "layer1.1.conv1.weight",
                          "layer1.2.conv1.weight", # three
                          "fc.weight"]
            """),
        Arguments.of(
            "weights: [fc.weight, conv1.weight, not op(Conv), layer1.0.conv1.weight, '! fc.*']\n",
            "weights: [layer1.0.conv1.weight]\n"),
        Arguments.of(
            "weights:\n      - fc.weight # gone\n      - conv1.weight\n      - not fc.weight\n",
            "weights:\n      # gone\n      - conv1.weight\n"),
        Arguments.of(
            "weights: layer1.*.conv1.weight # three\n",
            "weights: [layer1.0.conv1.weight, layer1.1.conv1.weight, layer1.2.conv1.weight]"
                + " # three\n"),
        Arguments.of(
            "weights: |\n      module.layer1.*.conv{1,2}.weight\n",
            """
            weights: [module.layer1.0.conv1.weight,
                          module.layer1.0.conv2.weight,
                          module.layer1.1.conv1.weight,
                          module.layer1.1.conv2.weight,
                          module.layer1.2.conv1.weight,
                          module.layer1.2.conv2.weight]
            """),
        Arguments.of(
            """
            levels:
                  op(Gemm): 0.5   # one
                  layer1.{0,1}.conv1.weight:   0.25 # two
                  '*': 0.1
            """,
            """
            levels:
                  'fc.weight': 0.5   # one
                  'layer1.0.conv1.weight':   0.25 # two
                  'layer1.1.conv1.weight':   0.25
                  '*': 0.1
            """),
        Arguments.of(
            "reg_regims: { fc.weight: [0.1, Rows], 'layer1.{0,1}.conv1.weight': [0.2, 3D] }\n",
            """
            reg_regims: { fc.weight: [0.1, Rows], layer1.0.conv1.weight: [0.2, 3D],
                              layer1.1.conv1.weight: [0.2, 3D] }
            """),
        Arguments.of(
            "reg_regims:\n      layer1.{0,1}.conv1.weight:\n        - 0.2 # strong\n        - 3D\n",
            """
            reg_regims:
                  layer1.0.conv1.weight:
                    - 0.2 # strong
                    - 3D
                  layer1.1.conv1.weight:
                    - 0.2 # strong
                    - 3D
            """));
  }

  @ParameterizedTest
  @MethodSource("styles")
  void namesAreWrittenInTheStyleOfTheFile(String before, String after) {
    assertThat(expanded(instance(before))).isEqualTo(instance(after));
  }

  @Test
  void whatIsSharedIsWrittenOnce() {
    String text =
        instance("weights: &w\n      - layer1.{0,1}.conv1.weight\n")
            .replace("policies:", "  q:\n    class: X\n    weights: *w\npolicies:");

    assertThat(expanded(text))
        .isEqualTo(
            text.replace(
                "- layer1.{0,1}.conv1.weight\n",
                "- layer1.0.conv1.weight\n      - layer1.1.conv1.weight\n"));
  }

  @Test
  void anAnchorBeforeASelectorIsInTheWay() {
    String text = instance("weights:\n      - &a op(Gemm)\n      - *a\n");

    assertThat(expand(text).reasons())
        .extracting(Diagnostic::message)
        .containsExactly("an anchor, a tag or a comment is in the way of names here");
  }

  @Test
  void withoutSelectorsTheTextStaysAsItIs() {
    String text = "\uFEFF# x\r\n" + instance("weights: [fc.weight, nothing.like.it]\n");

    assertThat(expanded(text)).isEqualTo(text);
  }

  /** Whatever selectors stand in whatever style: the result reads the same, and is done. */
  @Test
  void randomSelectorsInRandomStyles() {
    Random random = new Random(5);
    int written = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String text = randomSchedule(random);
      Expander.Expanded expanded = expand(text);
      if (expanded.text().isPresent()) {
        written++;
        assertThat(expand(expanded.text().get()).text()).as(text).isEqualTo(expanded.text());
        assertThat(codes(expand(expanded.text().get()))).as(text).isEqualTo(codes(expanded));
        assertThat(comments(expanded.text().get())).as(text).isEqualTo(comments(text));
      } else {
        assertThat(expanded.reasons()).as(text).isNotEmpty();
      }
    }
    assertThat(written).isGreaterThan(ROUNDS / 4);
  }

  private static List<String> codes(Expander.Expanded expanded) {
    List<String> codes = Checked.codes(expanded.analysis().diagnostics());
    codes.removeIf(code -> code.equals("SC111"));
    return codes;
  }

  private static List<String> comments(String text) {
    return Pattern.compile("#[a-z]\\d").matcher(text).results().map(MatchResult::group).toList();
  }

  private static String randomSchedule(Random random) {
    int count = 1 + random.nextInt(4);
    boolean map = random.nextInt(3) == 0;
    StringBuilder text = new StringBuilder(map ? "sensitivities:" : "weights:");
    boolean flow = random.nextBoolean();
    boolean apart = random.nextBoolean();
    text.append(flow ? (map ? " { " : " [") : random.nextBoolean() ? " #a0\n" : "\n");
    for (int i = 0; i < count; i++) {
      String item = quoted(random, PARTS.get(random.nextInt(PARTS.size())), flow);
      String value = map ? ": 0." + (i + 1) : "";
      if (flow) {
        String end = i + 1 < count ? "," : map ? " }" : "]";
        text.append(item).append(value).append(end);
        text.append(i + 1 < count && apart ? " #b" + i + "\n       " : " ");
      } else {
        text.append(map ? "      " : "      - ").append(item).append(value);
        text.append(random.nextBoolean() ? "  #c" + i + "\n" : "\n");
      }
    }
    String schedule = instance(text.append(flow ? "\n" : "").toString());
    return random.nextInt(3) == 0 ? schedule.replace("\n", "\r\n") : schedule;
  }

  private static String quoted(Random random, String selector, boolean flow) {
    boolean plain = !flow && "*![{&".indexOf(selector.charAt(0)) < 0;
    return switch (random.nextInt(3)) {
      case 0 -> "'" + selector + "'";
      case 1 -> '"' + selector.replace("\\", "\\\\") + '"';
      default -> plain ? selector : "'" + selector + "'";
    };
  }

  private static String expanded(String text) {
    Expander.Expanded expanded = expand(text);
    assertThat(expanded.reasons()).isEmpty();
    return expanded.text().orElseThrow();
  }

  private static Expander.Expanded expand(String text) {
    Analyzer analyzer = analyzer(Optional.of(Checked.bundled("resnet20_cifar")));
    return new Expander(analyzer).expand(SourceFile.of("s.yaml", text), Path.of("s.yaml"));
  }

  private static String instance(String keys) {
    String type =
        keys.startsWith("levels")
            ? "SparsityLevelParameterPruner"
            : keys.startsWith("sens")
                ? "SensitivityPruner"
                : keys.startsWith("reg") ? "GroupLassoRegularizer" : "AutomatedGradualPruner";
    String section = keys.startsWith("reg") ? "regularizer" : "pruner";
    return section
        + "s:\n  p:\n    class: "
        + type
        + "\n    "
        + keys
        + "policies:\n  - "
        + section
        + ":\n      instance_name: p\n    epochs: [0]\n";
  }

  private static void assertEquivalent(
      Analyzer analyzer, Path file, UnaryOperator<String> equivalent) {
    SourceFile plain = Sources.read(file.toString().replace('\\', '/'), file);
    Analysis names = analyzer.analyze(plain, file);
    List<Edit> edits = edits(names, equivalent);
    if (edits.isEmpty()) {
      return;
    }
    SourceFile selecting = SourceFile.of(plain.path(), Edits.apply(plain.text(), edits));
    Analysis selectors = analyzer.analyze(selecting, file);
    assertThat(kinds(selectors)).as(selecting.text()).isEqualTo(kinds(names));
    assertThat(plan(selectors)).isEqualTo(plan(names));

    Expander.Expanded expanded = new Expander(analyzer).expand(selecting, file);
    assertThat(expanded.reasons()).as(selecting.text()).isEmpty();
    SourceFile again = SourceFile.of(plain.path(), expanded.text().orElseThrow());
    assertThat(new Expander(analyzer).expand(again, file).text()).contains(again.text());
    assertThat(findings(analyzer.analyze(again, file))).isEqualTo(findings(names));
    assertThat(unquoted(again.text())).isEqualTo(unquoted(plain.text()));
  }

  private static String unquoted(String text) {
    return text.replace("'", "").replace("\"", "");
  }

  /** Selectors in quotes in the place of the names that the model has. */
  private static List<Edit> edits(Analysis analysis, UnaryOperator<String> equivalent) {
    List<Edit> edits = new ArrayList<>();
    Set<Span> done = new HashSet<>();
    // A key that is given twice is not the same key once it is a selector.
    boolean twice =
        analysis.diagnostics().stream().anyMatch(d -> d.kind() == DiagnosticKind.DUPLICATE_KEY);
    if (twice || analysis.bound().filter(b -> b.facts().present()).isEmpty()) {
      return edits;
    }
    for (Instance instance : analysis.schedule().orElseThrow().instances()) {
      for (Spanned<String> name : names(instance)) {
        boolean known = analysis.bound().get().facts().names().find(name.value()).isPresent();
        String lead = analysis.source().text(new Span(0, name.span().start())).stripTrailing();
        boolean alias = analysis.source().text(name.span()).startsWith("*");
        boolean anchored = lead.endsWith("&a") || lead.endsWith("!!str");
        if (known && !alias && !anchored && done.add(name.span())) {
          edits.add(new Edit(name.span(), "'" + equivalent.apply(name.value()) + "'"));
        }
      }
    }
    return Edits.sorted(edits);
  }

  private static List<Spanned<String>> names(Instance instance) {
    List<Spanned<String>> names = new ArrayList<>(instance.parameterKeys());
    Optional<WeightList> list = instance.weights();
    if (list.isPresent() && list.get().form() == WeightList.Form.LIST) {
      list.get().items().forEach(item -> names.add(item.name()));
    }
    return names;
  }

  /** The findings without their messages, some of which quote the selector. */
  private static List<String> kinds(Analysis analysis) {
    List<String> kinds = new ArrayList<>();
    for (String finding : findings(analysis)) {
      kinds.add(finding.substring(0, finding.indexOf(':')));
    }
    return kinds;
  }

  private static List<String> findings(Analysis analysis) {
    List<String> findings = new ArrayList<>();
    for (Diagnostic finding : analysis.diagnostics()) {
      int line = analysis.source().position(finding.primary().span().start()).line();
      findings.add(
          line + " " + finding.kind() + " " + finding.severity() + ": " + finding.message());
    }
    return findings;
  }

  /** The plan, but for the digest of the schedule. */
  private static Optional<List<Object>> plan(Analysis analysis) {
    return Compilation.of(analysis, LoweringOptions.DEFAULT)
        .result()
        .map(result -> result.plan().plan())
        .map(plan -> List.of(plan.groups(), plan.blocks()));
  }

  private static Optional<Path> model(Path file) {
    return file.startsWith(CORPUS.resolve("mockups"))
        ? Optional.of(Checked.bundled("resnet20_cifar"))
        : Optional.empty();
  }

  private static Analyzer analyzer(Optional<Path> model) {
    return new Analyzer(MODELS, model, Target.PLAN, OptionalInt.empty());
  }

  private static Stream<Path> schedules(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
