package io.schedulec.diagnostic.render;

import io.schedulec.testing.Golden;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class MockupTest {
  private static final Path GOLDENS = Path.of("src/test/resources/mockups");

  @SuppressWarnings("unused") // named by the annotations below
  private static final java.util.List<String> NAMES = MockupDiagnostics.NAMES;

  @ParameterizedTest
  @FieldSource("NAMES")
  void text(String name) {
    Golden.check(
        GOLDENS.resolve(name + ".full.txt"), text(name, new RenderOptions(100, false, false)));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void ascii(String name) {
    Golden.check(
        GOLDENS.resolve(name + ".ascii80.txt"), text(name, new RenderOptions(80, true, false)));
  }

  private static String text(String name, RenderOptions options) {
    Mockup mockup = Mockup.read(name);
    return new TextRenderer(options).render(mockup.file(), MockupDiagnostics.of(name, mockup));
  }
}
