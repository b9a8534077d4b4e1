package io.schedulec.plan;

import io.schedulec.grammar.PlanParser.BlockContext;
import io.schedulec.grammar.PlanParser.DigestContext;
import io.schedulec.grammar.PlanParser.GroupContext;
import io.schedulec.grammar.PlanParser.HeaderContext;
import io.schedulec.plan.Places.BlockPlaces;
import io.schedulec.plan.Places.GroupPlaces;
import io.schedulec.plan.Places.Heading;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Builds a plan from its text; what it builds is worth nothing if there is a problem. */
final class PlanReader {
  private static final int DIGEST_LENGTH = 64;
  private static final Header NO_HEADER =
      new Header("", "", "", "", 0, 0, new Rounding.Distiller());
  private static final Span NOWHERE = Span.at(0, 0);

  private final SourceFile source;
  private final Problems problems;
  private final PlanSyntax syntax;
  private final Literals literals;
  private final List<Group> groups = new ArrayList<>();
  private final List<GroupPlaces> groupPlaces = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final List<BlockPlaces> blockPlaces = new ArrayList<>();
  private Header header = NO_HEADER;
  private Heading heading = new Heading(NOWHERE, NOWHERE, NOWHERE, NOWHERE);

  PlanReader(SourceFile source, Problems problems) {
    this.source = source;
    this.problems = problems;
    this.syntax = new PlanSyntax(source, problems);
    this.literals = new Literals(problems);
  }

  ParsedPlan read() {
    if (syntax.shallow()) {
      syntax.header().ifPresent(this::header);
      body();
    }
    Plan plan = new Plan(header, groups, blocks);
    return new ParsedPlan(source, plan, new Places(heading, groupPlaces, blockPlaces));
  }

  private void body() {
    PlanSyntax.Next next = syntax.next();
    while (next != PlanSyntax.Next.END) {
      if (next == PlanSyntax.Next.GROUP) {
        syntax.group().ifPresent(this::group);
      } else {
        syntax.block().ifPresent(this::block);
      }
      next = syntax.next();
    }
  }

  private void header(HeaderContext context) {
    int version = literals.whole(context.version);
    if (version != PlanPrinter.VERSION) {
      String message = "a plan of version " + version + " cannot be read";
      String label = "only version " + PlanPrinter.VERSION + " is known";
      problems.syntax(Literals.span(context.version), message, label);
    }
    header =
        new Header(
            literals.text(context.schedule),
            digest(context.scheduleDigest, "sha256:"),
            literals.text(context.model),
            digest(context.structure, "structure:"),
            literals.whole(context.operators),
            literals.whole(context.parameters),
            rounding(context.rounding().getStart()));
    heading =
        new Heading(
            Literals.span(context.model),
            Literals.span(context.structure),
            Literals.span(context.operators),
            Literals.span(context.parameters));
  }

  private String digest(DigestContext context, String prefix) {
    String text = context.getText();
    String digits = text.startsWith(prefix) ? text.substring(prefix.length()) : "";
    if (digits.length() != DIGEST_LENGTH || !digits.chars().allMatch(PlanReader::hexadecimal)) {
      String form = "`" + prefix + "` and " + DIGEST_LENGTH + " hexadecimal digits";
      problems.syntax(Literals.span(context), "expected " + form, "expected " + form);
    }
    return digits;
  }

  private static boolean hexadecimal(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  private Rounding rounding(Token token) {
    String text = token.getText();
    String multiple = "multiple:";
    if (text.startsWith(multiple)) {
      Optional<Integer> of = positive(text.substring(multiple.length()));
      if (of.isEmpty()) {
        String message = "`" + text + "` does not say which multiples are kept";
        problems.syntax(Literals.span(token), message, "expected e.g. `multiple:8`, at least 1");
      }
      return new Rounding.Multiple(of.orElse(1));
    }
    Rounding.Multiple example = new Rounding.Multiple(8);
    List<Rounding> known = List.of(new Rounding.Distiller(), new Rounding.KeepFloor(), example);
    return literals.choice(token, known, PlanPrinter::rounding);
  }

  private static Optional<Integer> positive(String digits) {
    boolean number = !digits.isEmpty() && digits.length() < 10 && digits.charAt(0) != '0';
    return number && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Optional.of(Integer.parseInt(digits))
        : Optional.empty();
  }

  private void group(GroupContext context) {
    GroupReader reader = new GroupReader(literals, context);
    groups.add(reader.group());
    groupPlaces.add(reader.places());
  }

  private void block(BlockContext context) {
    BlockReader reader = new BlockReader(literals, problems, context);
    blocks.add(reader.block());
    blockPlaces.add(reader.places());
  }
}
