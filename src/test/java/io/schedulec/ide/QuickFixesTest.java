package io.schedulec.ide;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.Edits;
import io.schedulec.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QuickFixesTest {

  private static String mockup(String name) throws IOException {
    return Files.readString(Path.of("test-schedules", "mockups", name + ".yaml"));
  }

  @Test
  void aFixRemovesItsFinding() throws IOException {
    Marked at = Marked.resnet(mockup("a"));
    List<QuickFix> fixes = QuickFixes.in(at.snapshot(), at.span("module.layer3.0.conv2.weight"));

    assertThat(fixes)
        .extracting(QuickFix::title)
        .containsExactly("list the whole chain, leader first (prunes more)");
    assertThat(fixes.get(0).preferred()).isFalse();
    String fixed = Edits.apply(at.text(), fixes.get(0).edits());
    assertThat(Marked.plain(fixed).snapshot().analysis().diagnostics()).isEmpty();
  }

  @Test
  void otherPlacesOfTheFindingOfferItToo() throws IOException {
    Marked at = Marked.resnet(mockup("c"));

    assertThat(QuickFixes.in(at.snapshot(), at.span("module.layer1.1.con1.weight")))
        .extracting(fix -> Edits.apply(at.text(), fix.edits()))
        .anyMatch(text -> text.contains("- module.layer1.1.conv1.weight"));
    assertThat(QuickFixes.in(at.snapshot(), at.span("module.layer3.0.conv3.weight"))).isNotEmpty();
  }

  @Test
  void aSafeFixIsPreferred() {
    Marked at = Marked.resnet("policies:\n  - lr_schduler: {instance_name: a}\nversoin: 1\n");
    List<QuickFix> fixes = QuickFixes.in(at.snapshot(), new Span(0, at.text().length()));

    assertThat(fixes).anyMatch(QuickFix::preferred);
  }

  @Test
  void elsewhereThereIsNothingToFix() throws IOException {
    Marked at = Marked.resnet(mockup("a"));

    assertThat(QuickFixes.in(at.snapshot(), at.span("version"))).isEmpty();
  }

  @Test
  void aBrokenTextOffersNothingOfBefore() throws IOException {
    Marked at = Marked.resnet(mockup("a")).then(mockup("a") + "oops: [");

    assertThat(QuickFixes.in(at.snapshot(), at.span("module.layer3.0.conv2.weight"))).isEmpty();
  }
}
